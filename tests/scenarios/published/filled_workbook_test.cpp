// What an agency fills in instead of a published document.
#include "scenarios/published/filled_workbook.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

PublishedLine row(std::vector<std::string> cells, int number) {
  return {std::move(cells), true, {"a.xlsx", number, 0}};
}

TEST(FilledWorkbook, a_project_has_a_row_and_indicators_behind_it) {
  std::vector<ReadingNote> notes;
  std::vector<FactPlace> places;
  const std::vector<BudgetForm> forms = read_project_list(
      {row({"项目和业务量"}, 1), row({"项目名称", "科目编码", "年度金额（万元）", "数量指标", "指标值"}, 2),
       row({"居民养老保险补助", "2082602", "1,000.00", "领取待遇人数", "1200人"}, 3),
       row({"", "", "", "缴费人数", "3000人"}, 4), row({"慰问", "2089999", "许多"}, 5)},
      notes, places);
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].name, "居民养老保险补助");
  EXPECT_EQ(forms[0].function, "2082602");
  EXPECT_EQ(forms[0].total, "1000.00");
  ASSERT_EQ(forms[0].indicators.size(), 2U);
  EXPECT_EQ(forms[0].indicators[1].level3, "缴费人数");
  EXPECT_EQ(forms[0].indicators[1].value, "3000人");
  ASSERT_EQ(notes.size(), 1U) << "no amount";
  EXPECT_EQ(notes[0].place.line, 5);
  EXPECT_EQ(places.size(), 1U);
}

BudgetRow coded(const std::string& code, std::vector<std::string> cells) {
  BudgetRow made;
  made.key = made.code = code;
  made.cells = std::move(cells);
  return made;
}

/// 合计, 208, 20801, 2080109, 210 (with its 款 left out), 2101102.
PublishedTables functions(const std::string& whole) {
  PublishedTables tables;
  BudgetTable table;
  table.id = "表2";
  BudgetRow first = coded("", {"0", whole, "0", "0", "0", ""});
  first.key = "合计";
  table.rows = {first,
                coded("208", {"0", "0", "0", "0", "0", ""}),
                coded("20801", {"0", "0", "0", "0", "0", ""}),
                coded("2080109", {"9.00", "0", "20.00", "10.50", "0", ""}),
                coded("210", {"0", "0", "0", "0", "0", ""}),
                coded("2101102", {"0", "4.00", "4.00", "0", "0", ""})};
  tables.tables = {table};
  return tables;
}

TEST(FilledWorkbook, blank_sums_are_computed_from_the_rows_below) {
  PublishedTables tables = functions("0");
  sum_blank_rows(tables);
  const std::vector<BudgetRow>& rows = tables.tables[0].rows;
  EXPECT_EQ(rows[3].cells[1], "30.50");
  EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"9.00", "30.50", "20.00", "10.50", "21.50", ""}));
  EXPECT_EQ(rows[4].cells[1], "4.00");
  EXPECT_EQ(rows[0].cells[1], "34.50");
  EXPECT_EQ(rows[0].cells[2], "24.00");
  ASSERT_EQ(tables.notes.size(), 1U);
  EXPECT_EQ(tables.notes[0].kind, Reading::usual);
}

TEST(FilledWorkbook, a_printed_whole_leaves_the_table_as_it_is) {
  PublishedTables tables = functions("35.00");
  sum_blank_rows(tables);
  EXPECT_EQ(tables.tables[0].rows[1].cells[1], "0");
  EXPECT_TRUE(tables.notes.empty());
}

}  // namespace
}  // namespace disburse
