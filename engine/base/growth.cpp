#include "engine/base/growth.hpp"

#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr std::int64_t fineness = 1'000'000'000;

double power(double base, int exponent) {
  double result = 1.0;
  for (; exponent > 0; --exponent) result *= base;
  return result;
}

/// The twelfth root by Newton's method; converges from above for x > 0.
double twelfth_root(double x) {
  constexpr int rounds = 60;
  double y = x > 1.0 ? x : 1.0;
  for (int i = 0; i < rounds; ++i) {
    const double y11 = power(y, 11);
    y -= (y11 * y - x) / (12.0 * y11);
  }
  return y;
}

}  // namespace

Rate growth(const Rate& annual, int months) {
  EXPECT(months >= 0 && annual > Rate(-1, 1) && annual <= Rate(1, 1));
  const double yearly = 1.0 + annual.to_double();
  const double factor = power(yearly, months / 12) * power(twelfth_root(yearly), months % 12);
  return {static_cast<std::int64_t>(std::floor(factor * static_cast<double>(fineness) + 0.5)), fineness};
}

Rate product(const Rate& a, const Rate& b) {
  const Int128 numerator = Int128{a.numerator()} * b.numerator();
  const Int128 denominator = Int128{a.denominator()} * b.denominator();
  return {rounded_quotient(numerator * fineness, denominator, Rounding::half_up), fineness};
}

}  // namespace disburse
