// A sweep as a table and as CSV: each point with its values, each year against the base.
#include "outputs/what_if/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SweepResult sample(bool two_years) {
  SweepResult result;
  result.scenario = "base";
  result.parameters = {{"award.rate", "标准", {"600", "660"}}};
  result.lines = {{2024, "2089999", "其他"}};
  result.base = {Money::yuan(1'000'000)};
  result.points = {{1, {"600"}, {Money::yuan(1'000'000)}}, {2, {"660"}, {Money::yuan(1'100'000)}}};
  if (!two_years) return result;
  result.lines.push_back({2025, "2089999", "其他"});
  result.base.push_back(Money::yuan(2'000'000));
  for (SweepPoint& point : result.points) point.amounts.push_back(Money::yuan(2'000'000));
  return result;
}

TEST(SweepTable, shows_each_point_against_the_base) {
  const std::string text = sweep_table(sample(false), Language::zh);
  EXPECT_THAT(text, HasSubstr("110.00"));
  EXPECT_THAT(text, HasSubstr("+10.00"));
  EXPECT_THAT(text, Not(HasSubstr("年度")));
}

TEST(SweepTable, tells_years_apart_where_there_are_several) {
  const std::string text = sweep_table(sample(true), Language::zh);
  EXPECT_THAT(text, HasSubstr("年度"));
  EXPECT_THAT(text, HasSubstr("2025"));
  EXPECT_THAT(text, HasSubstr("200.00"));
}

TEST(SweepCsv, has_amounts_in_yuan_and_the_difference) {
  const std::string csv = sweep_csv(sample(false));
  EXPECT_THAT(csv, HasSubstr("1100000.00"));
  EXPECT_THAT(csv, HasSubstr("100000.00"));
}

}  // namespace
}  // namespace disburse
