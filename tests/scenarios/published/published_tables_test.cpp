// Tables of a published document read into the official ones.
#include "scenarios/published/published_tables.hpp"

#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/lines.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;

/// The official tables filled from the lines of table `number`.
PublishedTables filled(std::size_t number, const std::vector<PublishedLine>& lines) {
  static const OfficialTables official = read_official_tables(source_dir() / "scenarios/published/official.toml");
  std::vector<std::vector<PublishedLine>> sections(10);
  sections[number] = lines;
  return fill_tables(official, sections);
}

const BudgetTable& table(const PublishedTables& all, const std::string& id) {
  for (const BudgetTable& one : all.tables) {
    if (one.id == id) return one;
  }
  throw std::out_of_range(id);
}

std::string cell(const BudgetTable& of, const std::string& name, std::size_t column) {
  for (const BudgetRow& row : of.rows) {
    if (row.name.find(name) != std::string::npos) return row.cells.at(column);
  }
  return "no row " + name;
}

TEST(PublishedTables, put_income_and_expense_of_one_line_to_their_sides) {
  const PublishedTables all =
      filled(1, text_lines({"(一) 一般公共预算财政拨款收入 310.50 (八)社会保障和就业支出 300.20 300.20 0",
                            "收入总计 310.50 支出总计 310.50"}));
  EXPECT_EQ(all.read, std::set<int>{1});
  EXPECT_TRUE(all.notes.empty());
  EXPECT_EQ(cell(table(all, "表1收入"), "（一）一般公共预算财政拨款收入", 0), "310.50");
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 0), "300.20");
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 1), "300.20");
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 2), "0");
  EXPECT_EQ(cell(table(all, "表1支出"), "支出总计", 0), "310.50");
  EXPECT_EQ(cell(table(all, "表1支出"), "教育支出", 0), "0")
      << "what is not printed stays as the official table has it";
}

TEST(PublishedTables, take_one_amount_for_the_whole_and_the_first_fund) {
  const PublishedTables all = filled(1, text_lines({"（八）社会保障和就业支出 300.20"}));
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 0), "300.20");
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 1), "300.20");
  EXPECT_EQ(cell(table(all, "表1支出"), "社会保障", 2), "0");
}

TEST(PublishedTables, name_a_row_with_money_that_is_none_of_theirs) {
  const PublishedTables all = filled(1, text_lines({"（九十）航天支出 5.00", "（九十一）深海支出 0.00"}));
  ASSERT_EQ(all.notes.size(), 1U) << "a row of nothing is left out without a word";
  EXPECT_NE(say(Language::en, all.notes[0].what).find("航天"), std::string::npos);
  EXPECT_EQ(all.notes[0].place.line, 1);
}

TEST(PublishedTables, of_codes_take_the_rows_of_the_document) {
  const PublishedTables all =
      filled(3, text_lines({"301 工资福利支出 102.50 102.50 0", "30101 基本工资 80.20 80.20 0"}));
  ASSERT_EQ(table(all, "表3").rows.size(), 2U);
  EXPECT_EQ(table(all, "表3").rows[1].key, "30101");
}

TEST(PublishedTables, of_one_row_are_filled_when_the_amounts_are_as_many) {
  const PublishedTables empty = filled(4, {});
  const std::size_t columns = table(empty, "表4").rows.at(0).cells.size();
  ASSERT_GT(columns, 6U);
  std::string amounts;
  for (std::size_t i = 0; i < columns; ++i) amounts += std::to_string(i + 1) + " ";
  const PublishedTables all = filled(4, text_lines({"合计 因公出国 接待", amounts}));
  EXPECT_EQ(table(all, "表4").rows[0].cells.front(), "1");
  EXPECT_EQ(table(all, "表4").rows[0].cells.back(), std::to_string(columns));
}

TEST(PublishedTables, of_one_row_take_six_amounts_for_this_year) {
  const PublishedTables all = filled(4, text_lines({"1.20 0 1.00 0 1.00 0.20"}));
  const Cells& cells = table(all, "表4").rows[0].cells;
  EXPECT_EQ(Cells(cells.end() - 6, cells.end()), (Cells{"1.20", "0", "1.00", "0", "1.00", "0.20"}));
  EXPECT_EQ(Cells(cells.begin(), cells.end() - 6), Cells(cells.size() - 6, ""));
}

TEST(PublishedTables, whose_columns_stand_in_another_order_are_named_and_not_read) {
  const std::vector<std::string> headings{"合计", "公务接待费",     "因公出国（境）费",
                                          "小计", "公务用车购置费", "公务用车运行费"};
  const PublishedTables all = filled(4, {table_row(headings), table_row({"1.20", "0.20", "0", "1.00", "0", "1.00"})});
  EXPECT_TRUE(all.read.empty());
  ASSERT_EQ(all.notes.size(), 1U);
  const PublishedTables funds =
      filled(1, {table_row({"项目", "预算数", "项目", "合计", "政府性基金预算", "一般公共预算"}),
                 table_row({"收入总计", "3.00", "支出总计", "3.00", "1.00", "2.00"})});
  EXPECT_TRUE(funds.read.empty());
}

TEST(PublishedTables, with_a_blank_at_the_end_of_their_one_row_have_a_zero_there) {
  const std::vector<std::string> headings{"合计",           "因公出国（境）费", "小计",
                                          "公务用车购置费", "公务用车运行费",   "公务接待费"};
  const PublishedTables all = filled(4, {table_row(headings), table_row({"1.00", "0", "1.00", "0", "1.00"})});
  EXPECT_EQ(all.read, std::set<int>{4});
  EXPECT_EQ(table(all, "表4").rows[0].cells.back(), "0");
}

TEST(PublishedTables, refuse_an_amount_that_can_be_read_in_two_ways) {
  EXPECT_THROW(filled(1, text_lines({"收入总计 1,8000.00"})), InputRejected);
  EXPECT_THROW(filled(2, text_lines({"208 社会保障 1,8000.00 0.00 1,8000.00"})), InputRejected);
}

TEST(PublishedTables, name_what_looks_like_an_amount_and_is_none) {
  const PublishedTables all = filled(1, text_lines({"收入总计 18OO.00"}));
  ASSERT_EQ(all.notes.size(), 1U);
  EXPECT_NE(say(Language::en, all.notes[0].what).find("18OO.00"), std::string::npos);
}

TEST(PublishedTables, of_one_row_that_do_not_fit_are_not_taken_as_read) {
  const PublishedTables all = filled(4, text_lines({"1 2 3 4 5"}));
  EXPECT_TRUE(all.read.empty());
  ASSERT_EQ(all.notes.size(), 1U);
  EXPECT_NE(say(Language::en, all.notes[0].what).find("5 amounts"), std::string::npos);
}

TEST(PublishedTables, that_are_not_printed_are_not_read) {
  const PublishedTables all = filled(9, text_lines({"208 社会保障 1 1 0"}));
  EXPECT_TRUE(all.read.empty());
  EXPECT_EQ(all.unit_code, "");
}

}  // namespace
}  // namespace disburse
