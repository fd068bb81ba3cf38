// No published count from 1 to 9, and none that can be worked out from the others and the sum.
#include "engine/small_cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

using Flags = std::vector<bool>;

TEST(SmallCells, hide_small_counts_and_a_second_one_that_would_tell) {
  EXPECT_EQ(suppressed({120, 30, 5}), (Flags{false, true, true})) << "the sum less the others would be 5";
  EXPECT_EQ(suppressed({120, 30, 5, 8}), (Flags{false, false, true, true})) << "13 persons in two cells";
  EXPECT_EQ(suppressed({120, 30, 2, 3}), (Flags{false, true, true, true})) << "5 persons would still be known";
  EXPECT_EQ(suppressed({120, 30, 0, 10}), (Flags{false, false, false, false}));
  EXPECT_EQ(suppressed({4}), (Flags{true}));
  EXPECT_EQ(suppressed({}), Flags{});
}

RC_GTEST_PROP(SmallCells, nothing_small_is_shown_or_can_be_worked_out, ()) {
  const auto counts = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 40));
  const Flags hidden = suppressed(counts);
  std::int64_t persons = 0;
  std::size_t cells = 0;
  bool others = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (hidden[i]) {
      persons += counts[i];
      ++cells;
    } else {
      RC_ASSERT(counts[i] == 0 || counts[i] >= least_published);
      others = others || counts[i] > 0;
    }
  }
  if (cells > 0 && others) {
    RC_ASSERT(cells >= 2);
    RC_ASSERT(persons >= least_published);
  }
}

}  // namespace
}  // namespace disburse
