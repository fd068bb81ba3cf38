#include "engine/law/correlation_factor.hpp"

#include <cmath>

namespace disburse {

std::optional<std::vector<double>> correlation_factor(const std::vector<double>& matrix) {
  constexpr double rounding = 1e-10;  // of a matrix whose diagonal is 1
  const auto n = static_cast<std::size_t>(std::llround(std::sqrt(static_cast<double>(matrix.size()))));
  std::vector<double> factor(n * n, 0.0);
  for (std::size_t j = 0; j < n; ++j) {
    const auto rest = [&](std::size_t i) {
      double left = matrix[i * n + j];
      for (std::size_t k = 0; k < j; ++k) left -= factor[i * n + k] * factor[j * n + k];
      return left;
    };
    const double own = rest(j);
    if (own < -rounding) return std::nullopt;
    const double root = own > rounding ? std::sqrt(own) : 0.0;
    factor[j * n + j] = root;
    for (std::size_t i = j + 1; i < n; ++i) {
      const double left = rest(i);
      if (root > 0.0) factor[i * n + j] = left / root;
      // Nothing of this one is left to share: what still goes with it would need a negative eigenvalue.
      else if (std::abs(left) > std::sqrt(rounding))
        return std::nullopt;
    }
  }
  return factor;
}

}  // namespace disburse
