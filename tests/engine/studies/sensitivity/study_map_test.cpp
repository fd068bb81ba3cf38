// The grid of a map of a number and of a lever.
#include "engine/studies/sensitivity/study_map.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace disburse {
namespace {

Input lever() {
  Input input;
  input.kind = Input::Kind::lever;
  input.path = "rate";
  input.options = {{}, {}, {}};
  input.option_names = {"", "less", "more"};
  return input;
}

Input cause(double low, double high) {
  Input input;
  input.kind = Input::Kind::cause;
  input.path = "cause";
  input.low = low;
  input.high = high;
  return input;
}

TEST(StudyMap, has_every_option_and_nine_steps_between_low_and_high) {
  HeatMap map;
  map.first = 2;
  map.second = 0;
  const MapGrid grid = map_grid({cause(-1.0, 1.0), cause(5.0, 6.0), lever()}, map);
  ASSERT_EQ(grid.rows.size(), 3U);
  ASSERT_EQ(grid.columns.size(), 9U);
  ASSERT_EQ(grid.points.size(), 27U);
  EXPECT_EQ(grid.rows[0], "±0");
  EXPECT_EQ(grid.rows[2], "more");
  // The last option in the sixth of nine columns: -1 + 2 x 5 / 8. The input that is not on the map stays at its base.
  EXPECT_DOUBLE_EQ(grid.points[2 * 9 + 5][0], 0.25);
  EXPECT_DOUBLE_EQ(grid.points[2 * 9 + 5][2], 2.0);
  EXPECT_TRUE(std::isnan(grid.points[2 * 9 + 5][1]));
}

}  // namespace
}  // namespace disburse
