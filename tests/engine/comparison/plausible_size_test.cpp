// What no budget could carry.
#include "engine/comparison/plausible_size.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

RunResult with_years(const std::vector<std::int64_t>& yuan, std::optional<Money> budget) {
  RunResult run;
  ProgrammeResult programme;
  programme.id = "award";
  programme.name = "奖励";
  programme.name_en = "award";
  programme.amount.budget = budget;
  run.programmes = {programme};
  for (std::size_t y = 0; y < yuan.size(); ++y) {
    YearOfProgramme other;
    other.id = "other";
    other.line = Money::yuan(1'000'000'000);
    YearOfProgramme own;
    own.id = "award";
    own.line = Money::yuan(yuan[y]);
    YearFigure& year = run.years.emplace_back();
    year.year = 2024 + static_cast<int>(y);
    year.programmes = {other, own};
  }
  return run;
}

TEST(PlausibleSize, doubts_more_than_ten_times_the_budget_once) {
  const Money budget = Money::yuan(100);
  EXPECT_TRUE(doubts_about_size(with_years({1000, 999}, budget)).empty()) << "ten times is not more than ten times";
  const std::vector<Finding> doubts = doubts_about_size(with_years({1000, 1001, 5000}, budget));
  ASSERT_EQ(doubts.size(), 1u);
  EXPECT_EQ(doubts[0].code, "implausible_result");
  EXPECT_EQ(doubts[0].severity, Severity::warning);
  EXPECT_EQ(english(doubts[0].where), "award 2025");
}

TEST(PlausibleSize, doubts_less_than_nothing_with_any_budget) {
  EXPECT_EQ(doubts_about_size(with_years({-1}, Money::yuan(100))).size(), 1u);
  EXPECT_EQ(doubts_about_size(with_years({-1}, std::nullopt)).size(), 1u);
  EXPECT_TRUE(doubts_about_size(with_years({0}, Money::yuan(100))).empty());
}

TEST(PlausibleSize, doubts_nothing_where_there_is_no_budget_to_hold_it_to) {
  EXPECT_TRUE(doubts_about_size(with_years({1'000'000}, std::nullopt)).empty());
  EXPECT_TRUE(doubts_about_size(with_years({1'000'000}, Money{})).empty());
}

}  // namespace
}  // namespace disburse
