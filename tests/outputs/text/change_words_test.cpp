// What is said of a parameter whose own growth a change ends.
#include "outputs/text/change_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using ::testing::HasSubstr;

ParameterChange change_with(std::optional<EndedGrowth> ended) {
  ParameterChange change;
  change.path = "resident_pension.base_central";
  change.name = "中央基础养老金";
  change.ended = std::move(ended);
  return change;
}

TEST(EndedGrowth, says_nothing_where_none_ends) { EXPECT_EQ(ended_growth_text(change_with({}), Language::zh), ""); }

TEST(EndedGrowth, names_the_year_and_what_it_went_by) {
  const ParameterChange change = change_with(EndedGrowth{2026, ExtensionRule::add, {"每年提高额", "工资增长率"}});
  EXPECT_THAT(ended_growth_text(change, Language::zh),
              HasSubstr("“中央基础养老金”从 2026 年起不再按“每年提高额、工资增长率”逐年推算"));
  EXPECT_THAT(ended_growth_text(change, Language::en),
              HasSubstr("no longer follows 每年提高额, 工资增长率 from 2026 on"));
}

TEST(EndedGrowth, without_a_partner_it_went_by_the_year_before) {
  const ParameterChange change = change_with(EndedGrowth{2025, ExtensionRule::every_year, {}});
  EXPECT_THAT(ended_growth_text(change, Language::zh), HasSubstr("不再按“上年同月”"));
  EXPECT_THAT(ended_growth_text(change, Language::en), HasSubstr("the same month of the year before"));
}

}  // namespace
}  // namespace disburse
