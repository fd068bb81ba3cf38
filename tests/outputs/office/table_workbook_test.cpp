// A plain table as a workbook: text stays text, and a number where a careless export has one.
#include "outputs/office/table_workbook.hpp"

#include <gtest/gtest.h>

#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

TEST(TableWorkbook, keeps_texts_and_writes_the_rows_named_as_numbers) {
  const Spreadsheet book = written_book([](const auto& scratch) {
    return table_workbook(scratch, "花名册（测试）", {"姓名", "公民身份号码"},
                          {{"甲", "999999195001010012"}, {"乙", "999999195001010020"}, {"", "3"}}, 1, {1});
  });
  ASSERT_EQ(book.sheets.size(), 1U);
  const Sheet& sheet = book.sheets[0];
  EXPECT_EQ(text_at(sheet, 0, 0), "花名册（测试）");
  EXPECT_EQ(text_at(sheet, 1, 1), "公民身份号码");
  ASSERT_NE(sheet.at(2, 1), nullptr);
  EXPECT_EQ(sheet.at(2, 1)->kind, CellKind::text);
  EXPECT_EQ(sheet.at(2, 1)->text, "999999195001010012");
  ASSERT_NE(sheet.at(3, 1), nullptr);
  EXPECT_EQ(sheet.at(3, 1)->kind, CellKind::number) << "eighteen digits do not fit a number: digits are lost";
  EXPECT_EQ(sheet.at(4, 0), nullptr) << "an empty text is no cell";
  EXPECT_EQ(sheet.at(4, 1)->kind, CellKind::text);
  ASSERT_EQ(sheet.merged.size(), 1U);
  EXPECT_EQ(sheet.merged[0].right, 1U);
}

}  // namespace
}  // namespace disburse
