// Tables as sheets: title, unit, headings, rows and notes, of one column as of many.
#include "outputs/office/tables_workbook.hpp"

#include <gtest/gtest.h>

#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

SheetTable table(std::size_t columns) {
  SheetTable made;
  made.sheet = "用款计划";
  made.title = "用款计划表";
  made.unit = "单位：万元";
  for (std::size_t c = 0; c < columns; ++c) made.headings.push_back("列" + std::to_string(c));
  made.rows = {std::vector<SheetTable::Value>(columns), std::vector<SheetTable::Value>(columns)};
  made.rows[0][0] = std::string("甲");
  made.rows[1][columns - 1] = 12.5;
  made.notes = {"注一", "注二"};
  return made;
}

void expect_whole(const Sheet& sheet, std::size_t columns) {
  EXPECT_EQ(sheet.name, "用款计划");
  EXPECT_EQ(text_at(sheet, 0, 0), "用款计划表");
  EXPECT_EQ(text_at(sheet, 1, 0), "单位：万元");
  EXPECT_EQ(text_at(sheet, 2, columns - 1), "列" + std::to_string(columns - 1));
  EXPECT_EQ(text_at(sheet, 3, 0), "甲");
  ASSERT_NE(sheet.at(4, columns - 1), nullptr);
  EXPECT_EQ(sheet.at(4, columns - 1)->number, 12.5);
  EXPECT_EQ(text_at(sheet, 5, 0), "注一");
  EXPECT_EQ(text_at(sheet, 6, 0), "注二");
}

TEST(TablesWorkbook, holds_everything_of_a_table_however_few_its_columns) {
  for (const std::size_t columns : {1U, 2U, 5U}) {
    const Spreadsheet book =
        written_book([&](const auto& scratch) { return tables_workbook(scratch, "题", {table(columns)}, {}); });
    ASSERT_EQ(book.sheets.size(), 1U);
    expect_whole(book.sheets[0], columns);
  }
}

TEST(TablesWorkbook, has_a_sheet_for_each_table_and_decimals_as_wanted) {
  SheetTable persons = table(2);
  persons.sheet = "人数";
  persons.decimals = 0;
  const Spreadsheet book = written_book([&](const auto& scratch) {
    return tables_workbook(scratch, "题", {table(2), persons}, {});
  });
  ASSERT_EQ(book.sheets.size(), 2U);
  EXPECT_EQ(book.sheets[1].name, "人数");
  EXPECT_EQ(book.sheets[0].at(4, 1)->decimals, 2);
  EXPECT_NE(book.sheets[1].at(4, 1)->decimals, 2);
}

}  // namespace
}  // namespace disburse
