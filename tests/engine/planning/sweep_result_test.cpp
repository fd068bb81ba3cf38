// Sums of a sweep by year.
#include "engine/planning/sweep_result.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

SweepResult two_years() {
  SweepResult result;
  result.lines = {{2024, "2080507", ""}, {2024, "2089999", ""}, {2025, "2080507", ""}};
  return result;
}

TEST(SweepResult, sums_a_years_lines) {
  const std::vector<Money> amounts{1.00_yuan, 20.00_yuan, 300.00_yuan};
  EXPECT_EQ(total_of(two_years(), amounts, 2024), 21.00_yuan);
  EXPECT_EQ(total_of(two_years(), amounts, 2025), 300.00_yuan);
  EXPECT_EQ(total_of(two_years(), amounts, 2026), Money{});
}

TEST(SweepResult, tells_each_year_once) {
  EXPECT_EQ(years_of(two_years()), (std::vector<int>{2024, 2025}));
  EXPECT_TRUE(years_of(SweepResult{}).empty());
}

}  // namespace
}  // namespace disburse
