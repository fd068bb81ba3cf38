#include "engine/replicates/lanes.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Lanes, change_rows_and_columns) {
  Numbers square[lanes];
  for (std::size_t i = 0; i < lanes; ++i) {
    for (std::size_t j = 0; j < lanes; ++j) square[i][j] = static_cast<double>(10 * i + j);
  }
  transpose(square);
  for (std::size_t i = 0; i < lanes; ++i) {
    for (std::size_t j = 0; j < lanes; ++j) EXPECT_EQ(square[i][j], static_cast<double>(10 * j + i));
  }
}

TEST(Lanes, are_added_in_pairs) {
  Lanes sum;
  for (std::size_t i = 0; i < lanes; ++i) sum.at[i] = 0.1 * static_cast<double>(i + 1);
  const double a = 0.1 * 1 + 0.1 * 2;
  const double b = 0.1 * 3 + 0.1 * 4;
  const double c = 0.1 * 5 + 0.1 * 6;
  const double d = 0.1 * 7 + 0.1 * 8;
  EXPECT_EQ(folded(sum), (a + b) + (c + d));
}

}  // namespace
}  // namespace disburse
