// Any bytes as a CSV file: decoded, read to the end, every cell by every reader of values.
#include <cstdint>

#include "engine/support/csv_reader.hpp"
#include "engine/support/text_encoding.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  try {
    const DecodedText decoded = decode({reinterpret_cast<const char*>(data), size});
    CsvReader reader(decoded.text, CsvReader::separator_of(decoded.text));
    std::vector<std::string_view> fields;
    while (reader.next(fields)) {
      for (const std::string_view field : fields) {
        month_of(field);
        money_of(field);
        duration_of(field);
        read_identity(field);
      }
    }
  } catch (const NotText&) {
  } catch (const CsvBroken&) {
  }
  return 0;
}
