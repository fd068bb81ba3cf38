// Money of a published document in whatever unit it prints.
#include "scenarios/published/published_units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/county.hpp"
#include "scenarios/published/lines.hpp"
#include "scenarios/published/published_budget.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

std::string unit(const std::string& text) {
  const auto said = unit_said(text_line(text));
  return said ? said->name : "";
}

PrintedUnit unit_of(const std::string& name) { return *unit_said(text_line("单位：" + name)); }

PublishedBudget read(const std::string& text) {
  const ScratchFolder folder;
  folder.write("budget.txt", text);
  return read_published_budget({folder.path() / "budget.txt"},
                               read_official_tables(source_dir() / "scenarios/published/official.toml"));
}

std::string county(const std::string& unit_of_table_1, const std::string& unit_of_table_2) {
  const std::string printed = "单位：万元";
  std::string text = county_document;
  text.replace(text.find(printed), printed.size(), unit_of_table_1);
  text.replace(text.find(printed, text.find("表2 ")), printed.size(), unit_of_table_2);
  return text;
}

std::string cell(const PublishedBudget& budget, const std::string& table, const std::string& row, std::size_t column) {
  return find_row(*find_table(budget.document, table), row)->cells.at(column);
}

TEST(PublishedUnits, are_told_by_what_is_printed_beside_a_table_or_in_a_heading) {
  EXPECT_EQ(unit("单位：元"), "元");
  EXPECT_EQ(unit("金额单位:人民币元"), "元");
  EXPECT_EQ(unit("部门：某某中心 单位： 千元"), "千元");
  EXPECT_EQ(unit("表2 支出表（单位：亿元）"), "亿元");
  EXPECT_EQ(unit("合计（元） 基本支出（元）"), "元");
  EXPECT_EQ(unit("单位：人民币万元"), "万元");
  EXPECT_EQ(unit("单位：元宝山社会保险中心"), "") << "whose, not which";
  EXPECT_EQ(unit("合计 基本支出"), "");
}

TEST(PublishedUnits, come_into_wan_exactly) {
  EXPECT_EQ(in_wan("21720000.00", unit_of("元")), "2172.00");
  EXPECT_EQ(in_wan("202000.05", unit_of("元")), "20.200005");
  EXPECT_EQ(in_wan("-1.5", unit_of("元")), "-0.00015");
  EXPECT_EQ(in_wan("125.00", unit_of("千元")), "12.50");
  EXPECT_EQ(in_wan("0.2172", unit_of("亿元")), "2172.00");
  EXPECT_EQ(in_wan("2172.5", unit_of("万元")), "2172.5") << "as it is printed";
  EXPECT_EQ(in_wan("0.001", unit_of("元")), std::nullopt) << "a tenth of a fen";
  EXPECT_EQ(in_wan("1.2345678", unit_of("万元")), std::nullopt);
}

TEST(PublishedUnits, of_each_table_are_its_own_or_the_nearest_before_it) {
  const PublishedBudget budget = read(county("单位：万元", "单位：元"));
  EXPECT_EQ(cell(budget, "表1收入", "收入总计", 0), "1310.50");
  EXPECT_EQ(cell(budget, "表2", "合计", 1), "0.13105");
  EXPECT_EQ(cell(budget, "表3", "30113", 1), "0.00062") << "none of its own";
}

TEST(PublishedUnits, of_a_table_before_the_first_are_those_that_all_others_print) {
  EXPECT_EQ(cell(read(county("", "单位：千元")), "表1收入", "收入总计", 0), "131.05");
}

TEST(PublishedUnits, that_are_printed_nowhere_are_assumed_and_that_is_told) {
  const PublishedBudget budget = read(county("", ""));
  EXPECT_EQ(cell(budget, "表2", "合计", 1), "1310.50");
  std::string told;
  for (const ReadingNote& note : budget.notes) told += say(Language::en, note.what) + "\n";
  EXPECT_THAT(told, HasSubstr("table 1、2、3、4: its amounts are taken as 万元"));
}

TEST(PublishedUnits, refuse_what_is_no_whole_fen_and_a_table_in_two_units) {
  std::string text = county("单位：元", "单位：元");
  text.replace(text.find("30.00\n2080109"), 5, "30.001");
  EXPECT_THROW(read(text), InputRejected);
  EXPECT_THROW(read(county("单位：元", "单位：元\n合计（万元） 基本支出 项目支出")), InputRejected);
}

}  // namespace
}  // namespace disburse
