#include "engine/base/dual.hpp"

#include <fmt/format.h>

#include <cmath>

namespace disburse {

Dual monthly_probability(const Dual& q) {
  constexpr double months = 12.0;
  if (q.value() >= 1.0) return Dual(1, 1);
  const double stays = std::pow(1.0 - q.value(), 1.0 / months);
  return Dual::chain(1.0 - stays, stays / (months * (1.0 - q.value())), q);
}

Dual growth(const Dual& annual, int months) {
  const double years = static_cast<double>(months) / 12.0;
  const double grown = std::pow(1.0 + annual.value(), years);
  return Dual::chain(grown, years * grown / (1.0 + annual.value()), annual);
}

std::string to_string(const Dual& number) { return fmt::format("{}", number.value()); }

}  // namespace disburse
