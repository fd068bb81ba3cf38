// Rows set aside come back out of their workbook as they went in.
#include "outputs/checks/quarantine_workbook.hpp"

#include <gtest/gtest.h>

#include "engine/support/xlsx_reader.hpp"

namespace disburse {
namespace {

TEST(QuarantineWorkbook, keeps_every_cell_as_text) {
  const std::string bytes =
      quarantine_workbook({{"a.xlsx[名册]",
                            {"姓名", "公民身份号码"},
                            {{"原因\n二", "a.xlsx 2", {"=1+1", "999999199001010001"}}, {"x", "y", {"<&\">"}}}},
                           {"a.xlsx[名册]", {"姓名"}, {}}});
  const Spreadsheet book = read_xlsx_bytes(bytes, "aside.xlsx", Door::roster);
  ASSERT_EQ(book.sheets.size(), 2u);
  EXPECT_NE(book.sheets[0].name, book.sheets[1].name);
  EXPECT_EQ(book.sheets[0].name.find_first_of("[]:*?/\\"), std::string::npos);
  const Sheet& sheet = book.sheets.front();
  EXPECT_EQ(sheet.at(0, 3)->text, "公民身份号码");
  EXPECT_EQ(sheet.at(1, 0)->text, "原因\n二");
  EXPECT_EQ(sheet.at(1, 2)->text, "=1+1");
  EXPECT_FALSE(sheet.at(1, 2)->from_formula);
  EXPECT_EQ(sheet.at(1, 3)->kind, CellKind::text);
  EXPECT_EQ(sheet.at(1, 3)->text, "999999199001010001");
  EXPECT_EQ(sheet.at(2, 2)->text, "<&\">");
}

}  // namespace
}  // namespace disburse
