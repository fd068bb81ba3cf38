#include "engine/sensitivity/correlated_points.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "engine/base/error.hpp"
#include "engine/law/assumption_draw.hpp"

namespace disburse {

std::vector<double> cholesky_factor(const std::vector<double>& matrix) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto n = static_cast<Eigen::Index>(std::llround(std::sqrt(static_cast<double>(matrix.size()))));
  const Eigen::LLT<RowMajor> cholesky(Eigen::Map<const RowMajor>(matrix.data(), n, n));
  EXPECT(cholesky.info() == Eigen::Success);
  const RowMajor lower = cholesky.matrixL();
  return {lower.data(), lower.data() + lower.size()};
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
