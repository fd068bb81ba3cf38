// Any bytes as a web page with tables, as systems export them under the name .xls.
#include <cstdint>

#include "engine/support/html_reader.hpp"
#include "engine/support/text_encoding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  try {
    const DecodedText decoded = decode({reinterpret_cast<const char*>(data), size});
    for (const Sheet& sheet : read_html(decoded.text, "page.xls", Door::roster).sheets) {
      for (std::size_t i = 1; i < sheet.cells.size(); ++i) {
        const SheetCell& before = sheet.cells[i - 1];
        const SheetCell& cell = sheet.cells[i];
        const bool follows = before.row < cell.row || (before.row == cell.row && before.column < cell.column);
        if (!follows || sheet.at(cell.row, cell.column) != &cell) __builtin_trap();
      }
    }
  } catch (const NotText&) {
  } catch (const InputRejected&) {
  }
  return 0;
}
