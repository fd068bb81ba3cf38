// Amounts stretched to a stated sum, worked out by hand in fen.
#include "scenarios/rosters/roster_amounts.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace disburse {
namespace {

/// Amounts between 10 and 100 fen.
Distribution between() {
  Distribution distribution;
  distribution.minimum = Money::fen(10);
  distribution.maximum = Money::fen(100);
  distribution.points = {{Rate(0, 1), Money::fen(10)}, {Rate(1, 2), Money::fen(30)}, {Rate(1, 1), Money::fen(90)}};
  return distribution;
}

using Values = std::vector<std::int64_t>;

TEST(Quantiles, are_straight_between_the_points_of_the_table) {
  const Quantiles quantiles(between());
  EXPECT_EQ(quantiles.at(0), 10);
  EXPECT_EQ(quantiles.at(std::uint32_t{1} << 30), 20);  // a quarter: half way to the median
  EXPECT_EQ(quantiles.at(std::uint32_t{1} << 31), 30);
  EXPECT_EQ(quantiles.at(std::uint32_t{3} << 30), 60);
}

TEST(StretchToTotal, keeps_the_proportions_above_the_minimum) {
  Values values{20, 0, 40, 60};
  ASSERT_TRUE(stretch_to_total(values, between(), 75));
  // Above the minimum 10, 30, 50 of 90 become 45: halves. Zero is no amount.
  EXPECT_EQ(values, (Values{15, 0, 25, 35}));
}

TEST(StretchToTotal, gives_what_the_division_leaves_to_the_first) {
  Values values{20, 20, 20};
  ASSERT_TRUE(stretch_to_total(values, between(), 65));
  EXPECT_EQ(values, (Values{22, 22, 21}));
}

TEST(StretchToTotal, whoever_reaches_the_maximum_stays_there) {
  Values values{20, 40, 90};
  // 230 in all: above the minimum 200 of 120, so the last would reach 143. It stays at 100; 110 of 40 are for the
  // others, the second of which would reach 92 and the first 37.
  ASSERT_TRUE(stretch_to_total(values, between(), 230));
  EXPECT_EQ(values, (Values{38, 92, 100}));
}

TEST(StretchToTotal, reaches_every_sum_from_all_minima_to_all_maxima) {
  for (std::int64_t total = 40; total <= 400; ++total) {
    Values values{12, 35, 70, 100};
    ASSERT_TRUE(stretch_to_total(values, between(), total)) << total;
    EXPECT_EQ(std::accumulate(values.begin(), values.end(), std::int64_t{0}), total);
    for (const std::int64_t value : values) {
      EXPECT_GE(value, 10) << total;
      EXPECT_LE(value, 100) << total;
    }
  }
}

TEST(StretchToTotal, says_no_beyond_them) {
  Values values{12, 35};
  EXPECT_FALSE(stretch_to_total(values, between(), 19));
  values = {12, 35};
  EXPECT_FALSE(stretch_to_total(values, between(), 201));
}

}  // namespace
}  // namespace disburse
