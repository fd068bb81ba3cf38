// Headings below titles, in one row or more.
#include "scenarios/office/headings.hpp"

#include <gtest/gtest.h>

#include "support/office_tables.hpp"

namespace disburse {
namespace {

TEST(Headings, stand_below_titles_that_may_name_a_unit) {
  const auto table = table_of("花名册,,\n单位：百元,,\n公民身份号码,险种,月养老金\n1,机关事业,50\n");
  EXPECT_EQ(table->heading_row, 3u);
  EXPECT_EQ(table->title_unit, ColumnUnit::hundred_yuan);
  OfficeRow row;
  ASSERT_TRUE(table->next(row));
  EXPECT_EQ(row.number, 4u) << "the row of data is not taken for a second row of headings";
}

TEST(Headings, of_two_rows_take_the_lower_one_and_sums_the_upper) {
  const auto table = table_of(
      "公民身份号码,险种,月养老金（百元）,,,,缴费年限\n,,基础养老金,个人账户养老金,其他,合计,\n1,机关事业,3,1,1,5,"
      "30\n");
  EXPECT_EQ(table->headings, (std::vector<std::string>{"公民身份号码", "险种", "基础养老金", "个人账户养老金",
                                                       "月养老金（百元）/其他", "月养老金（百元）", "缴费年限"}));
  EXPECT_EQ(table->heading_units[2], ColumnUnit::hundred_yuan) << "of the heading above";
  OfficeRow row;
  ASSERT_TRUE(table->next(row));
  EXPECT_EQ(row.number, 3u);
}

TEST(Headings, of_sums_are_known_with_blanks_within) {
  for (const char* sum : {"合计", "合  计", "小计：", "总计", "本页小计"}) EXPECT_TRUE(names_a_sum(sum)) << sum;
  for (const char* other : {"会计", "计划", "合同", ""}) EXPECT_FALSE(names_a_sum(other)) << other;
}

}  // namespace
}  // namespace disburse
