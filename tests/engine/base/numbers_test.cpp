// The exact numbers: sums weighted with survival, and the share of a sum.
#include "engine/base/numbers.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Exact, weighs_without_rounding) {
  const std::int64_t half = std::int64_t{1} << 47;  // of 2^48
  EXPECT_TRUE(weighted(3, half) == Int128{3} << 47);
  EXPECT_TRUE(weighted(-3, half) == -(Int128{3} << 47));
  EXPECT_TRUE(heads(2, half) == Int128{1} << 48);
  // Beyond 64 bits: 10^15 fen of one who is surely alive.
  EXPECT_TRUE(weighted(1'000'000'000'000'000, std::int64_t{1} << 48) == Int128{1'000'000'000'000'000} << 48);
}

TEST(Exact, takes_a_share_of_a_sum_and_all_of_it_unchanged) {
  EXPECT_TRUE(share_of(Int128{1000}, Rate(911, 1000)) == 911);
  EXPECT_TRUE(share_of(Int128{7}, Rate(1, 1)) == 7);
  EXPECT_TRUE(share_of(Int128{7}, Rate(1, 2)) == 3) << "units of 2^-48 fen are cut, far below a fen";
  EXPECT_TRUE(share_of(Int128{7}, Rate(0, 1)) == 0);
  EXPECT_EQ(amount_of(1.23_yuan), 123);
  EXPECT_DOUBLE_EQ(real_of(Rate(3, 4)), 0.75);
  EXPECT_DOUBLE_EQ(scaled(0.5, 0.25), 0.125);
}

}  // namespace
}  // namespace disburse
