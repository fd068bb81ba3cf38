// Columns are told by their headings, in whatever order they stand.
#include "scenarios/published/published_headings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/coded_rows.hpp"
#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;
using testing::HasSubstr;

/// The cells of the one row below headings. `year`: the budget's.
Cells row(int table, const std::vector<Cells>& lines, PublishedTables& all) {
  std::vector<PublishedLine> rows;
  for (const Cells& cells : lines) rows.push_back(table_row(cells));
  all.fiscal_year = 2025;
  const auto read = coded_rows(table, rows, all);
  return read.empty() ? Cells{} : read.front().cells;
}

Cells row(int table, const std::vector<Cells>& lines) {
  PublishedTables all;
  return row(table, lines, all);
}

TEST(PublishedHeadings, say_which_column_an_amount_is_in_whatever_order_they_stand) {
  const Cells wanted{"", "12", "7", "5", "", ""};
  EXPECT_EQ(row(2, {{"科目编码", "科目名称", "合计", "项目支出", "基本支出"}, {"208", "社会保障", "12", "5", "7"}}),
            wanted);
  EXPECT_EQ(row(2, {{"科目编码", "科目名称", "项目支出", "合计", "基本支出"}, {"208", "社会保障", "5", "12", "7"}}),
            wanted);
  EXPECT_EQ(row(2, {{"功能科目代码", "功能科目", "总计", "基本", "项目"}, {"208", "社会保障", "12", "7", "5"}}),
            wanted);
}

TEST(PublishedHeadings, of_persons_and_running_costs_are_basic_expenditure_together) {
  EXPECT_EQ(row(2, {{"科目编码", "科目名称", "合计", "人员经费", "公用经费", "项目支出"},
                    {"208", "社会保障", "12.00", "6.25", "0.75", "5"}}),
            (Cells{"", "12.00", "7.00", "5", "", ""}));
  EXPECT_EQ(row(2, {{"科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出"},
                    {"", "", "", "小计", "人员经费", "公用经费", ""},
                    {"208", "社会保障", "12", "7", "6", "1", "5"}}),
            (Cells{"", "12", "7", "5", "", ""}));
}

TEST(PublishedHeadings, of_last_years_budget_are_no_spending_of_last_year) {
  PublishedTables all;
  EXPECT_EQ(row(2,
                {{"科目编码", "科目名称", "2024年预算数", "2025年预算数", "基本支出", "项目支出"},
                 {"208", "社会保障", "9999", "12", "7", "5"}},
                all),
            (Cells{"", "12", "7", "5", "", ""}));
  ASSERT_EQ(all.notes.size(), 1U);
  EXPECT_THAT(say(Language::en, all.notes[0].what), HasSubstr("2024年预算数"));
  EXPECT_EQ(row(2, {{"科目编码", "科目名称", "2024年执行数", "2025年预算数", "", ""},
                    {"", "", "", "合计", "基本支出", "项目支出"},
                    {"208", "社会保障", "10", "12", "7", "5"}}),
            (Cells{"10", "12", "7", "5", "", ""}));
}

TEST(PublishedHeadings, that_are_none_of_the_tables_are_named_and_those_that_are_missing_too) {
  PublishedTables all;
  EXPECT_EQ(row(2,
                {{"科目编码", "科目名称", "合计", "基本支出", "债务支出", "项目支出"},
                 {"208", "社会保障", "12", "7", "1", "5"}},
                all),
            (Cells{"", "12", "7", "5", "", ""}));
  ASSERT_EQ(all.notes.size(), 1U);
  EXPECT_THAT(say(Language::en, all.notes[0].what), HasSubstr("债务支出"));
  EXPECT_THROW(row(2, {{"科目编码", "科目名称", "合计", "基本支出"}, {"208", "社会保障", "12", "7"}}), InputRejected);
  EXPECT_THROW(row(2, {{"科目编码", "科目名称", "合计", "合计", "基本支出", "项目支出"},
                       {"208", "社会保障", "12", "12", "7", "5"}}),
               InputRejected);
}

TEST(PublishedHeadings, have_places_so_that_a_blank_is_a_zero) {
  const Cells headings{"科目编码", "科目名称", "合计", "基本支出", "项目支出"};
  EXPECT_EQ(row(2, {headings, {"208", "社会保障", "7", "7"}}), (Cells{"", "7", "7", "0", "", ""}));
  EXPECT_EQ(row(2, {headings, {"208", "社会保障", "5", "", "5"}}), (Cells{"", "5", "0", "5", "", ""}));
  EXPECT_EQ(row(2, {{"", "208", "社会保障", "5", "0", "5"}, {"", "210", "卫生健康", "4", "4"}}).size(), 6U);
}

TEST(PublishedHeadings, that_are_not_printed_leave_the_order_and_that_is_told) {
  PublishedTables all;
  EXPECT_EQ(row(2, {{"208", "社会保障", "12", "7", "5"}}, all), (Cells{"", "12", "7", "5", "", ""}));
  EXPECT_EQ(all.by_position, std::set<int>{2});
}

TEST(PublishedHeadings, of_lines_are_in_the_order_of_the_amounts) {
  PublishedTables all;
  const auto read = coded_rows(2,
                               text_lines({"科目编码 科目名称 合计 项目支出 基本支出", "合计 12 5 7",
                                           "208 社会保障 12 5 7", "210 卫生健康 4 4"}),
                               all);
  ASSERT_EQ(read.size(), 2U) << "of two amounts below three headings nobody can tell which they are";
  EXPECT_EQ(read[1].cells, (Cells{"", "12", "7", "5", "", ""}));
  EXPECT_EQ(all.notes.size(), 1U);
}

TEST(PublishedHeadings, below_them_what_looks_like_an_amount_and_is_none_is_named) {
  for (const char* wrong : {"18OO.00", "（50.00）", "1800.00（注1）", "1 8万"}) {
    PublishedTables all;
    EXPECT_EQ(
        row(2, {{"科目编码", "科目名称", "合计", "基本支出", "项目支出"}, {"208", "社会保障", wrong, "0", "5"}}, all),
        Cells{});
    ASSERT_EQ(all.notes.size(), 1U) << wrong;
    EXPECT_THAT(say(Language::en, all.notes[0].what), HasSubstr(wrong));
    EXPECT_EQ(all.notes[0].place.file, "made.xlsx");
  }
}

}  // namespace
}  // namespace disburse
