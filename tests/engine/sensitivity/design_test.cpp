// Sobol' points: each interval of a power of two holds one, in every dimension; seeds shift them.
#include "engine/sensitivity/design.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse {
namespace {

TEST(SobolPoints, fill_every_interval_once) {
  constexpr std::size_t count = 64;
  const Points points = sobol_points(count, 7, 1);
  ASSERT_EQ(points.size(), count);
  for (std::size_t d = 0; d < 7; ++d) {
    std::set<int> cells;
    for (const auto& point : points) {
      ASSERT_GT(point[d], 0.0);
      ASSERT_LT(point[d], 1.0);
      cells.insert(static_cast<int>(point[d] * static_cast<double>(count)));
    }
    EXPECT_EQ(cells.size(), count) << "dimension " << d << ": each of the 64 intervals has one point";
  }
}

/// A net in base two: of 64 points, every box of 1/8 by 1/8 in the first two dimensions holds one.
TEST(SobolPoints, fill_boxes_of_the_first_two_dimensions) {
  std::set<std::pair<int, int>> boxes;
  for (const auto& point : sobol_points(64, 2, 20240101)) {
    boxes.insert({static_cast<int>(point[0] * 8), static_cast<int>(point[1] * 8)});
  }
  EXPECT_EQ(boxes.size(), 64u);
}

TEST(SobolPoints, depend_on_the_seed_alone) {
  EXPECT_EQ(sobol_points(8, 3, 5), sobol_points(8, 3, 5));
  EXPECT_NE(sobol_points(8, 3, 5), sobol_points(8, 3, 6));
}

}  // namespace
}  // namespace disburse
