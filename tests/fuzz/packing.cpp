// Any bytes as what comes out of a confined child: a workbook (first byte even) or a refusal (odd).
#include <cstdint>

#include "engine/confined/confined_reading.hpp"
#include "engine/confined/spreadsheet_packing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  try {
    if (data[0] % 2 == 0) {
      unpacked_spreadsheet(bytes);
    } else {
      Unpacking rest(bytes);
      unpacked_rejection(rest);
    }
  } catch (const Unpackable&) {
  }
  return 0;
}
