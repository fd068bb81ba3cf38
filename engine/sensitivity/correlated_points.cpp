#include "engine/sensitivity/correlated_points.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/law/correlation_factor.hpp"

namespace disburse {

std::vector<double> cholesky_factor(const std::vector<double>& matrix) {
  const std::optional<std::vector<double>> factor = correlation_factor(matrix);
  EXPECT(factor.has_value());
  return *factor;
}

Points joined(Points points, const std::vector<double>& factor) {
  constexpr double least = 1e-15;  // 0 and 1 have no score
  for (std::vector<double>& point : points) {
    std::vector<double> scores;
    for (const double u : point) scores.push_back(normal_quantile(std::clamp(u, least, 1.0 - least)));
    for (std::size_t i = 0; i < point.size(); ++i) {
      double score = 0.0;
      for (std::size_t j = 0; j <= i; ++j) score += factor[i * point.size() + j] * scores[j];
      point[i] = std::clamp(normal_probability(score), least, 1.0 - least);
    }
  }
  return points;
}

}  // namespace disburse
