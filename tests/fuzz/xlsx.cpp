// Any bytes as the sheet of a workbook (first byte even) or as the whole file (odd).
#include <cstdint>

#include "engine/support/xlsx_reader.hpp"
#include "engine/support/zip_archive.hpp"
#include "fuzz/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace disburse;
  if (size == 0) return 0;
  std::string path;
  if (data[0] % 2 == 1) {
    path = input_file(data + 1, size - 1, ".xlsx");
  } else {
    const std::string part(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::string book =
        zip_archive({{"xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"},
                     {"xl/_rels/workbook.xml.rels",
                      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                     {data[0] % 4 == 0 ? "xl/worksheets/sheet1.xml" : "xl/styles.xml", part},
                     {data[0] % 4 == 0 ? "xl/styles.xml" : "xl/worksheets/sheet1.xml", "<worksheet/>"}});
    path = input_file(reinterpret_cast<const std::uint8_t*>(book.data()), book.size(), ".xlsx");
  }
  try {
    read_xlsx(path, Door::roster);
  } catch (const InputRejected&) {
  }
  return 0;
}
