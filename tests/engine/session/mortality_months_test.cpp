// Mortality is asked for until the members were counted.
#include "engine/session/mortality_months.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(MortalityMonths, reach_to_the_count_and_no_further_than_the_horizon_beyond_it) {
  const auto count = [](Horizon horizon) { return mortality_months(horizon, Month(2023, 12)).count; };
  EXPECT_EQ(count({Month(2023, 1), 5}), 12);
  EXPECT_EQ(count({Month(2023, 1), 12}), 12);
  EXPECT_EQ(count({Month(2023, 1), 24}), 24);
  EXPECT_EQ(count({Month(2024, 1), 1}), 1) << "begins after it";
}

}  // namespace
}  // namespace disburse
