// Points that move together: uniform one by one, with the normal scores' correlation between them.
#include "engine/sensitivity/correlated_points.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/law/assumption_draw.hpp"

namespace disburse {
namespace {

TEST(CorrelatedPoints, have_the_correlation_and_stay_uniform) {
  const std::vector<double> factor = cholesky_factor({1.0, 0.6, 0.6, 1.0});
  EXPECT_DOUBLE_EQ(factor[0], 1.0);
  EXPECT_DOUBLE_EQ(factor[1], 0.0);
  EXPECT_DOUBLE_EQ(factor[2], 0.6);
  EXPECT_DOUBLE_EQ(factor[3], 0.8);
  const Points points = joined(sobol_points(4096, 2, 7), factor);
  double product = 0.0;
  double below = 0.0;
  for (const std::vector<double>& point : points) {
    product += normal_quantile(point[0]) * normal_quantile(point[1]);
    below += point[1] < 0.25 ? 1.0 : 0.0;
  }
  EXPECT_NEAR(product / 4096.0, 0.6, 0.02);
  EXPECT_NEAR(below / 4096.0, 0.25, 0.01);
}

TEST(CorrelatedPoints, stay_where_they_are_without_correlation) {
  const Points before = sobol_points(64, 3, 7);
  const Points after = joined(before, cholesky_factor(correlation_matrix({"a", "b", "c"}, {})));
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t d = 0; d < 3; ++d) EXPECT_NEAR(after[i][d], before[i][d], 1e-12);
  }
}

}  // namespace
}  // namespace disburse
