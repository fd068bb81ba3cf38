// Shares of changes: worked by hand, and what must hold for any game.
#include "engine/comparison/attribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

/// Two changes of a product: rate 600 -> 660 and persons 100 -> 110. v = 60000, 66000, 66000, 72600.
Money product_value(std::uint32_t subset) {
  return Money::yuan(((subset & 1) != 0 ? 660 : 600) * ((subset & 2) != 0 ? 110 : 100));
}

TEST(Attribution, the_shapley_values_of_a_product_share_the_joint_effect_equally) {
  // 6,000 each alone, 600 together: 6,300 each.
  EXPECT_EQ(shapley(2, product_value), (std::vector<Money>{6300.00_yuan, 6300.00_yuan}));
}

TEST(Attribution, a_waterfall_gives_the_joint_effect_to_the_later_change) {
  EXPECT_EQ(waterfall(2, product_value), (std::vector<Money>{6000.00_yuan, 6600.00_yuan}));
}

/// Three players, v(all) = 1 fen, everything else nothing: a third of a fen each, the whole fen to the first.
TEST(Attribution, what_does_not_divide_goes_to_somebody_once) {
  const auto value = [](std::uint32_t subset) { return Money::fen(subset == 7 ? 1 : 0); };
  EXPECT_EQ(shapley(3, value), (std::vector<Money>{Money::fen(1), Money{}, Money{}}));
  const auto negative = [](std::uint32_t subset) { return Money::fen(subset == 7 ? -1 : 0); };
  Money sum;
  for (const Money part : shapley(3, negative)) sum += part;
  EXPECT_EQ(sum, Money::fen(-1));
}

RC_GTEST_PROP(Attribution, shares_sum_to_the_difference_and_a_null_player_gets_nothing, ()) {
  const int n = *rc::gen::inRange(1, 7);
  const auto values = *rc::gen::container<std::vector<std::int64_t>>(
      std::size_t{1} << n, rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000));
  // Player 0 never matters.
  const auto value = [&](std::uint32_t subset) { return Money::fen(values[subset | 1u]); };
  const std::vector<Money> shares = shapley(n, value);
  Money sum;
  for (const Money share : shares) sum += share;
  RC_ASSERT(sum == value((1u << n) - 1) - value(0));
  RC_ASSERT(shares[0] >= Money::fen(-1) && shares[0] <= Money::fen(1));
}

}  // namespace
}  // namespace disburse
