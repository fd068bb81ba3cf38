// Individual accounts: worked by hand from the published rates.
#include "models/account.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/shipped_law.hpp"

namespace disburse {
namespace {

const AccountSeries& series() {
  static const AccountSeries result(shipped_law(), Month(2025, 12));
  return result;
}

/// Joined 2023-01, index 1. A month of 2023: 7666 x 8 % = 613.28; of 2024: 8088 x 8 % = 647.04; of 2025: 660.64.
TEST(Account, last_years_balance_earns_the_years_rate_and_this_years_payments_nothing) {
  const Month joined(2023, 1);
  EXPECT_EQ(series().balance(joined, Month(2023, 1), Rate(1, 1)), 613.28_yuan);
  EXPECT_EQ(series().balance(joined, Month(2023, 12), Rate(1, 1)), 7359.36_yuan);
  // 7359.36 x 1.0262 + 12 x 647.04 = 7552.18 + 7764.48
  EXPECT_EQ(series().balance(joined, Month(2024, 12), Rate(1, 1)), 15316.66_yuan);
  // June 2025: half of 1.5 %: 15316.66 x 1.0075 + 6 x 660.64 = 15431.53 + 3963.84
  EXPECT_EQ(series().balance(joined, Month(2025, 6), Rate(1, 1)), 19395.37_yuan);
  EXPECT_EQ(series().balance(joined, Month(2024, 12), Rate(1, 2)), 7658.33_yuan);
}

TEST(Account, begins_with_the_reform_and_not_before_the_member) {
  // 2014-10: 4734.25 x 8 % = 378.74
  EXPECT_EQ(series().balance(Month(1990, 7), Month(2014, 10), Rate(1, 1)), 378.74_yuan);
  EXPECT_EQ(series().balance(Month(2020, 3), Month(2020, 2), Rate(1, 1)), Money{});
}

TEST(Account, the_index_lies_between_floor_and_cap) {
  const Month month(2024, 1);
  EXPECT_EQ(contribution_index(index_terms<Exact>(shipped_law(), month), 8088.00_yuan), Rate(1, 1));
  EXPECT_EQ(contribution_index(index_terms<Exact>(shipped_law(), month), 9000.00_yuan),
            Rate(11128, 10000));  // 9000 / 8088 = 1.11276
  EXPECT_EQ(contribution_index(index_terms<Exact>(shipped_law(), month), 100.00_yuan),
            Rate(6000, 10000));  // 4853 / 8088 = 0.60002
  EXPECT_EQ(contribution_index(index_terms<Exact>(shipped_law(), month), 90000.00_yuan), Rate(3, 1));
}

TEST(Account, yearly_payments_grow) {
  EXPECT_EQ(grown_payments(Rate(3, 100), 0), Rate());
  EXPECT_EQ(grown_payments(Rate(3, 100), 1), Rate(1, 1));
  EXPECT_EQ(grown_payments(Rate(3, 100), 3), Rate(30909, 10000));  // 1.0609 + 1.03 + 1
}

TEST(Account, the_rest_falls_by_a_months_pension_and_never_below_nothing) {
  EXPECT_EQ(rest_of_account(95751.54_yuan, 688.86_yuan, 0), 95751.54_yuan);
  EXPECT_EQ(rest_of_account(95751.54_yuan, 688.86_yuan, 1), 95062.68_yuan);
  EXPECT_EQ(rest_of_account(95751.54_yuan, 688.86_yuan, 140), Money{});
}

RC_GTEST_PROP(Account, more_months_or_a_higher_index_never_lower_the_balance, ()) {
  const Month joined = Month(2014, 10) + *rc::gen::inRange(0, 100);
  const Month month = joined + *rc::gen::inRange(0, 30);
  const Rate index(*rc::gen::inRange(6000, 30001), 10000);
  const Money balance = series().balance(joined, month, index);
  RC_ASSERT(series().balance(joined, month + 1, index) >= balance);
  RC_ASSERT(series().balance(joined, month, index + Rate(1, 100)) >= balance);
  RC_ASSERT(series().balance(joined - 1, month, index) >= balance);
}

}  // namespace
}  // namespace disburse
