// Compound interest to nine decimals, against values worked out with long decimals.
#include "engine/base/growth.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

Rate billionths(std::int64_t count) { return {count, 1'000'000'000}; }

TEST(Growth, of_whole_years_is_a_power) {
  EXPECT_EQ(growth(Rate(4, 100), 0), Rate(1, 1));
  EXPECT_EQ(growth(Rate(4, 100), 12), Rate(104, 100));
  EXPECT_EQ(growth(Rate(4, 100), 24), Rate(10816, 10000));
  EXPECT_EQ(growth(Rate(10, 100), 36), Rate(1331, 1000));
}

/// 1.04^(1/12) = 1.0032737397...: its twelfth power is 1.04; 1.04^(1/2) = 1.0198039027..., whose square is 1.04.
TEST(Growth, of_months_takes_roots) {
  EXPECT_EQ(growth(Rate(4, 100), 1), billionths(1'003'273'740));
  EXPECT_EQ(growth(Rate(4, 100), 6), billionths(1'019'803'903));
  EXPECT_EQ(growth(Rate(0, 1), 7), Rate(1, 1));
  EXPECT_EQ(growth(Rate(1, 1), 6), billionths(1'414'213'562));    // the root of 2
  EXPECT_EQ(growth(Rate(-75, 100), 6), billionths(500'000'000));  // the root of 1/4
}

TEST(Growth, takes_no_rate_beyond_doubling_or_total_loss) {
  EXPECT_THROW(growth(Rate(101, 100), 1), ProgramFault);
  EXPECT_THROW(growth(Rate(-1, 1), 1), ProgramFault);
  EXPECT_THROW(growth(Rate(4, 100), -1), ProgramFault);
}

TEST(Product, is_rounded_half_up_to_nine_decimals) {
  EXPECT_EQ(product(Rate(1, 3), Rate(1, 1)), billionths(333'333'333));
  EXPECT_EQ(product(Rate(2, 3), Rate(1, 1)), billionths(666'666'667));
  EXPECT_EQ(product(Rate(1, 2), Rate(1, 1'000'000'000)), billionths(1)) << "a half goes up";
  EXPECT_EQ(product(Rate(104, 100), Rate(104, 100)), Rate(10816, 10000));
}

TEST(Ratio, of_two_amounts_is_exact) {
  EXPECT_EQ(ratio(300.00_yuan, 900.00_yuan), Rate(1, 3));
  EXPECT_EQ(ratio(-1.00_yuan, 4.00_yuan), Rate(-1, 4));
}

}  // namespace
}  // namespace disburse
