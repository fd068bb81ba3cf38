// Dual numbers against derivatives worked out by hand, and against differences of the same function.
#include "engine/base/dual.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

/// x in direction 0, y in direction 1.
Dual variable(double value, std::size_t lane) {
  Dual number = Dual::number(value);
  number.set_slope(lane, 1.0);
  return number;
}

void expect(const Dual& number, double value, double by_x, double by_y) {
  EXPECT_DOUBLE_EQ(number.value(), value);
  EXPECT_DOUBLE_EQ(number.slope(0), by_x);
  EXPECT_DOUBLE_EQ(number.slope(1), by_y);
  EXPECT_EQ(number.slope(2), 0.0);
}

TEST(Dual, sums_products_and_quotients_have_the_derivatives_of_the_textbook) {
  const Dual x = variable(3.0, 0);
  const Dual y = variable(4.0, 1);
  expect(x + y, 7.0, 1.0, 1.0);
  expect(x - y, -1.0, 1.0, -1.0);
  expect(-x, -3.0, -1.0, 0.0);
  expect(x * y, 12.0, 4.0, 3.0);
  expect(x / y, 0.75, 0.25, -3.0 / 16.0);
  expect(x * 5, 15.0, 5.0, 0.0);
  expect(5 * y, 20.0, 0.0, 5.0);
  expect(x.times(y, Rounding::half_up), 12.0, 4.0, 3.0);
  expect(y.divided_by(8, Rounding::down), 0.5, 0.0, 0.125);
  expect(midpoint(x, y), 3.5, 0.5, 0.5);
  expect(x * x * y / (x + y), 36.0 / 7.0, (24.0 * 7.0 - 36.0) / 49.0, (9.0 * 7.0 - 36.0) / 49.0);
}

TEST(Dual, money_and_rates_are_numbers_without_derivative) {
  expect(Dual(Money::yuan(6)), 600.0, 0.0, 0.0);
  expect(Dual(Rate(1, 4)), 0.25, 0.0, 0.0);
  expect(Dual::yuan(2), 200.0, 0.0, 0.0);
}

TEST(Dual, the_branch_taken_gives_the_derivative) {
  const Dual x = variable(3.0, 0);
  const Dual y = variable(4.0, 1);
  expect(std::max(x, y), 4.0, 0.0, 1.0);
  expect(std::clamp(x, Dual(1, 1), y), 3.0, 1.0, 0.0);
}

TEST(Dual, is_itself_when_it_is_assigned_or_added_to_itself) {
  Dual x = variable(3.0, 0);
  const Dual& same = x;
  x = same;
  expect(x, 3.0, 1.0, 0.0);
  x += same;
  expect(x, 6.0, 2.0, 0.0);
  x = variable(5.0, 1);  // what moved before moves no more
  expect(x, 5.0, 0.0, 1.0);
}

TEST(Dual, equal_numbers_have_equal_derivatives) {
  EXPECT_EQ(variable(1.0, 0), variable(1.0, 0));
  EXPECT_NE(variable(1.0, 0), Dual(1, 1));  // a growth of 0 that is an assumption is more than no growth
  EXPECT_NE(variable(0.0, 0), Dual());
}

TEST(Dual, a_month_of_mortality_and_of_interest_against_differences) {
  constexpr double h = 1e-6;
  for (const double q : {0.0, 0.01, 0.3, 0.9}) {
    const auto at = [](double p) { return monthly_probability(Dual::number(p)).value(); };
    const double by_q = q == 0.0 ? (4.0 * at(h) - at(2.0 * h)) / (2.0 * h) : (at(q + h) - at(q - h)) / (2.0 * h);
    EXPECT_NEAR(monthly_probability(variable(q, 0)).slope(0), by_q, 1e-7 * by_q) << q;
  }
  // Who dies for certain dies this month; a factor moves nothing there.
  expect(monthly_probability(Dual(1, 1)), 1.0, 0.0, 0.0);
  const auto grown = [](double i) { return growth(Dual::number(i), 30).value(); };
  EXPECT_NEAR(growth(variable(0.03, 0), 30).slope(0), (grown(0.03 + h) - grown(0.03 - h)) / (2.0 * h), 1e-8);
}

}  // namespace
}  // namespace disburse
