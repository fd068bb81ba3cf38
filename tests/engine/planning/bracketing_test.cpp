// Goal seek: the value that fits from below, ends told where there is none.
#include "engine/planning/bracketing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

TEST(Solve, finds_the_value_next_below_the_target) {
  // 110,000 payments of v fen: 66,000,000 yuan is met exactly at 600 yuan.
  const auto amount = [](std::int64_t fen) { return Money::fen(fen * 110'000); };
  const Solution exact = solve(amount, Money::yuan(66'000'000), 0, 240'000);
  ASSERT_TRUE(exact.found);
  EXPECT_EQ(exact.value, 60'000);
  // 60,780,000 yuan are 55,254.5... fen each: 55,254 fits, 55,255 does not.
  const Solution between = solve(amount, Money::yuan(60'780'000), 0, 240'000);
  EXPECT_EQ(between.value, 55'254);
  EXPECT_EQ(between.amount, Money::fen(55'254LL * 110'000));
  EXPECT_EQ(between.beyond, Money::fen(55'255LL * 110'000));
  EXPECT_LT(between.evaluations, 40);
}

TEST(Solve, falls_as_well_as_it_rises_and_meets_the_ends) {
  const auto falling = [](std::int64_t v) { return Money::fen(1'000 - v); };
  const Solution solution = solve(falling, Money::fen(640), 0, 1'000);
  EXPECT_EQ(solution.value, 360);
  EXPECT_EQ(solve(falling, Money::fen(0), 0, 1'000).value, 1'000);
  EXPECT_EQ(solve(falling, Money::fen(1'000), 0, 1'000).value, 0);
}

TEST(Solve, tells_both_ends_where_nothing_is_found) {
  const Solution none = solve([](std::int64_t v) { return Money::fen(100 + v); }, Money::fen(99), 0, 50);
  EXPECT_FALSE(none.found);
  EXPECT_EQ(none.at_low, Money::fen(100));
  EXPECT_EQ(none.at_high, Money::fen(150));
}

RC_GTEST_PROP(Solve, agrees_with_trying_every_value, ()) {
  const auto steps = *rc::gen::container<std::vector<int>>(40, rc::gen::inRange(0, 9));
  const auto target = Money::fen(*rc::gen::inRange(-5, 200));
  std::vector<std::int64_t> sums{0};
  for (const int step : steps) sums.push_back(sums.back() + step);
  const auto amount = [&](std::int64_t v) { return Money::fen(sums[static_cast<std::size_t>(v)]); };
  const Solution solution = solve(amount, target, 0, 40);
  if (amount(0) > target || (amount(40) < target)) {
    RC_ASSERT(!solution.found);
    return;
  }
  RC_ASSERT(solution.found);
  Money best = amount(0);
  for (std::int64_t v = 0; v <= 40; ++v) {
    if (amount(v) <= target) best = std::max(best, amount(v));
  }
  RC_ASSERT(solution.amount == best);
}

}  // namespace
}  // namespace disburse
