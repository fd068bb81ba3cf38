// Rows of tables with codes: which columns their amounts are, names over several lines, and what is no row.
#include "scenarios/published/coded_rows.hpp"

#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

using Cells = std::vector<std::string>;

std::vector<BudgetRow> rows(int number, const std::vector<std::string>& texts, PublishedTables& all) {
  return coded_rows(number, text_lines(texts), all);
}

std::vector<BudgetRow> rows(int number, const std::vector<std::string>& texts) {
  PublishedTables all;
  return rows(number, texts, all);
}

TEST(CodedRows, put_amounts_into_the_columns_that_their_number_means) {
  // Official columns: last year, this year in all, basic, project, growth, growth in per cent.
  EXPECT_EQ(rows(2, {"208 社会保障 10 12 7 5 2 20"}).at(0).cells, (Cells{"10", "12", "7", "5", "2", "20"}));
  EXPECT_EQ(rows(2, {"208 社会保障 0 12 7 5 12"}).at(0).cells, (Cells{"0", "12", "7", "5", "12", ""}));
  EXPECT_EQ(rows(2, {"208 社会保障 10 12 7 5"}).at(0).cells, (Cells{"10", "12", "7", "5", "", ""}));
  EXPECT_EQ(rows(2, {"208 社会保障 12 7 5"}).at(0).cells, (Cells{"", "12", "7", "5", "", ""}));
  EXPECT_EQ(rows(3, {"30101 基本工资 80.20 80.20 0"}).at(0).cells, (Cells{"80.20", "80.20", "0"}));
}

TEST(CodedRows, name_what_does_not_fit_and_leave_it_out) {
  PublishedTables all;
  const auto read = rows(3, {"301 工资福利 5 5", "302 商品服务 8 0 8"}, all);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].code, "302");
  ASSERT_EQ(all.notes.size(), 1U);
  EXPECT_EQ(all.notes[0].place.line, 1);
  EXPECT_NE(say(Language::en, all.notes[0].what).find("2 amounts"), std::string::npos);
}

TEST(CodedRows, go_on_over_lines) {
  const auto read = rows(2, {"2080505", "机关事业单位基本养老保险缴", "费支出", "12.00 12.00 0.00"});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].name, "机关事业单位基本养老保险缴费支出");
  EXPECT_EQ(read[0].cells[1], "12.00");
}

TEST(CodedRows, take_no_page_number_for_an_amount) {
  const auto read = rows(2, {"208 社会保障 12 7 5", "4", "210 卫生健康 3 3 0"});
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].cells, (Cells{"", "12", "7", "5", "", ""}));
  EXPECT_EQ(read[1].code, "210");
}

TEST(CodedRows, know_depth_by_the_length_of_the_code) {
  const auto read = rows(2, {"合计 12 7 5", "208 社会保障 12 7 5", "20801 管理事务 12 7 5", "2080109 经办机构 12 7 5"});
  ASSERT_EQ(read.size(), 4U);
  EXPECT_EQ(read[0].key, "合计");
  EXPECT_EQ(read[0].depth, 0);
  EXPECT_EQ(read[1].depth, 0);
  EXPECT_EQ(read[2].depth, 1);
  EXPECT_EQ(read[3].depth, 2);
  EXPECT_EQ(read[3].key, "2080109");
  EXPECT_EQ(read[3].printed_row, 4);
}

TEST(CodedRows, keep_the_units_code_of_the_first_row_of_table_2) {
  PublishedTables all;
  const auto read = rows(2, {"218001 社会保险事务中心 12 7 5", "208 社会保障 12 7 5"}, all);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(all.unit_code, "218001");
  EXPECT_EQ(read[0].key, "合计");
}

TEST(CodedRows, read_blank_cells_of_a_table_as_blank_amounts) {
  PublishedTables all;
  const auto read = coded_rows(3, {table_row({"", "30101", "基本工资", "80.20", "—", "80.20"})}, all);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].cells, (Cells{"80.20", "", "80.20"}));
  EXPECT_EQ(read[0].name, "基本工资");
}

TEST(CodedRows, a_table_that_says_nothing_has_its_one_row) {
  const auto read = rows(5, {"无 无 0 0 0 0 0 0"});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].key, "无");
  EXPECT_EQ(read[0].depth, 0);
}

TEST(CodedRows, end_where_something_stands_behind_the_amounts) {
  const auto read = rows(2, {"208 社会保障 12 7 5 注：本表含结转", "以上单位为万元 3 3 3"});
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].name, "社会保障");
  EXPECT_EQ(read[0].cells, (Cells{"", "12", "7", "5", "", ""}));
}

}  // namespace
}  // namespace disburse
