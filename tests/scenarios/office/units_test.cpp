// Units in headings and titles.
#include "scenarios/office/units.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Units, stand_in_the_brackets_of_headings) {
  EXPECT_EQ(unit_in_heading("月养老金（元）"), ColumnUnit::yuan);
  EXPECT_EQ(unit_in_heading("月养老金(万元)"), ColumnUnit::wan_yuan);
  EXPECT_EQ(unit_in_heading("月养老金（百元/月）"), ColumnUnit::hundred_yuan);
  EXPECT_EQ(unit_in_heading("缴费年限（年）"), ColumnUnit::years);
  EXPECT_EQ(unit_in_heading("缴费年限（月）"), ColumnUnit::months);
  EXPECT_EQ(unit_in_heading("缴费年限（年.月）"), ColumnUnit::years_dot_months);
  EXPECT_EQ(unit_in_heading("缴费月数"), ColumnUnit::months);
  for (const char* none : {"缴费年限", "月养老金", "出生日期（年月日）"})
    EXPECT_EQ(unit_in_heading(none), std::nullopt) << none;
}

TEST(Units, stand_in_titles_behind_their_word) {
  EXPECT_EQ(unit_in_title("花名册（单位：万元）"), ColumnUnit::wan_yuan);
  EXPECT_EQ(unit_in_title("金额单位:元"), ColumnUnit::yuan);
  EXPECT_EQ(unit_in_title("单位：人、万元"), ColumnUnit::wan_yuan);
  EXPECT_EQ(unit_in_title("某表（千元）"), ColumnUnit::thousand_yuan);
  EXPECT_EQ(unit_in_title("单位：中卫市第一中学    单位：百元"), ColumnUnit::hundred_yuan);
  for (const char* none : {"单位：中卫市第一中学", "单位名称", "2023年机关事业单位元旦慰问名单", ""})
    EXPECT_EQ(unit_in_title(none), std::nullopt) << none;
}

TEST(Units, are_counted_in_yuan) {
  EXPECT_EQ(yuan_in(ColumnUnit::yuan), 1);
  EXPECT_EQ(yuan_in(ColumnUnit::hundred_yuan), 100);
  EXPECT_EQ(yuan_in(ColumnUnit::thousand_yuan), 1000);
  EXPECT_EQ(yuan_in(ColumnUnit::wan_yuan), 10'000);
}

}  // namespace
}  // namespace disburse
