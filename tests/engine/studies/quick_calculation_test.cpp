// Flat rates and what they pay.
#include "engine/studies/quick_calculation.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(QuickSums, rates_times_person_payments_are_the_lines) {
  const auto& data = base_data();
  const QuickSums sums = quick_sums(data, base_scenario(), 2024);
  EXPECT_EQ(sums.codes, (std::vector<std::string>{"2080507", "2082602", "2089999"}));
  EXPECT_LT(sums.joint_error, 1.0) << "all rates half as high again, together: within a yuan of a full projection";
  bool award = false;
  for (std::size_t l = 0; l < sums.codes.size(); ++l) {
    double total = sums.fixed[l];
    for (const QuickRate& rate : sums.rates) {
      total += rate.yuan * rate.person_payments[l];
      award = award || rate.path == "unity_award.ordinary_per_payment";
    }
    EXPECT_NEAR(total * 100.0, static_cast<double>(sums.projected[l].fen()), 100.0) << sums.codes[l];
  }
  EXPECT_TRUE(award);
}

}  // namespace
}  // namespace disburse
