// The triangle of a correlation matrix: of one that has an inverse, of one that has none, of one that cannot be.
#include "engine/law/correlation_factor.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

std::vector<double> three(double ab, double ac, double bc) { return {1, ab, ac, ab, 1, bc, ac, bc, 1}; }

void expect_factor(const std::vector<double>& matrix, const std::vector<double>& wanted) {
  const auto factor = correlation_factor(matrix);
  ASSERT_TRUE(factor.has_value());
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR((*factor)[i], wanted[i], 1e-9) << i;
}

TEST(CorrelationFactor, multiplied_by_itself_gives_the_matrix) {
  expect_factor({1.0, 0.6, 0.6, 1.0}, {1.0, 0.0, 0.6, 0.8});
  // 0.8, then (0 - 0.6 x 0.8) / 0.8 = -0.6: 0.64 + 0.36 = 1 leaves nothing for the third.
  expect_factor(three(0.6, 0.8, 0.0), {1.0, 0.0, 0.0, 0.6, 0.8, 0.0, 0.8, -0.6, 0.0});
}

TEST(CorrelationFactor, of_two_that_are_one_has_an_empty_column) {
  expect_factor({1.0, 1.0, 1.0, 1.0}, {1.0, 0.0, 1.0, 0.0});
  expect_factor(three(1.0, 0.5, 0.5), {1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.5, 0.0, 0.8660254037844386});
}

TEST(CorrelationFactor, there_is_none_where_the_correlations_contradict_each_other) {
  EXPECT_FALSE(correlation_factor(three(0.9, 0.9, -0.9)));
  EXPECT_FALSE(correlation_factor({1.0, 1.2, 1.2, 1.0}));
  EXPECT_FALSE(correlation_factor(three(1.0, 0.5, 0.4)));  // two that are one, and the third goes with one of them more
}

}  // namespace
}  // namespace disburse
