// Quantiles worked out by hand: low and high cut off a tenth each.
#include "engine/law/shape_quantile.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr double close_to = 1e-9;

TEST(ShapeQuantile, low_and_high_stand_at_their_tenths) {
  for (const char* shape : {"uniform", "normal", "triangular"}) {
    const ShapeQuantile quantile(shape, 10.0, 14.0, 20.0);
    EXPECT_NEAR(quantile.at(0.1), 10.0, 1e-6) << shape;
    EXPECT_NEAR(quantile.at(0.9), 20.0, 1e-6) << shape;
  }
}

TEST(ShapeQuantile, a_uniform_one_goes_on_an_eighth_of_its_width_beyond_both_ends) {
  const ShapeQuantile quantile("uniform", 10.0, 15.0, 18.0);  // the width is 8 of 0.8, so 10 of the whole
  EXPECT_NEAR(quantile.at(0.0), 9.0, close_to);
  EXPECT_NEAR(quantile.at(1.0), 19.0, close_to);
  EXPECT_NEAR(quantile.at(0.5), 14.0, close_to);
}

TEST(ShapeQuantile, a_symmetric_triangle_has_its_median_at_the_base) {
  const ShapeQuantile quantile("triangular", -1.0, 0.0, 1.0);
  EXPECT_NEAR(quantile.at(0.5), 0.0, close_to);
  // (b - 1)^2 = 0.1 * 2b * b, so 1 = b (1 - sqrt(0.2)).
  EXPECT_NEAR(quantile.at(1.0), 1.0 / (1.0 - 0.4472135954999579), close_to);
}

TEST(ShapeQuantile, rises_with_the_share) {
  for (const char* shape : {"uniform", "normal", "triangular"}) {
    const ShapeQuantile quantile(shape, 0.0, 9.0, 10.0);
    for (int i = 1; i < 99; ++i) EXPECT_LT(quantile.at(i / 100.0), quantile.at((i + 1) / 100.0)) << shape << " " << i;
  }
}

TEST(ShapeQuantile, another_shape_is_a_fault_of_the_program) {
  EXPECT_THROW(ShapeQuantile("round", 0.0, 1.0, 2.0), ProgramFault);
}

}  // namespace
}  // namespace disburse
