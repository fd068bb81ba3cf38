// No published count from 1 to 9, and none that can be worked out from the others and the sum.
#include "engine/small_cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

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

TEST(SmallCells, a_result_shows_no_headcount_from_1_to_9) {
  RunResult result;
  PopulationFlow flow;
  flow.year = {Month(2024, 1), 120.0, 30.2, 4.6, 0.0, 145.6};
  flow.monthly = {{Month(2024, 1), 120.0, 3.0, 0.2, 0.0, 122.8}};
  result.population.push_back(flow);
  ProgrammeResult programme;
  programme.headcount = 9.4;
  programme.monthly = {{Month(2024, 1), 0.0, {}, {}}, {Month(2024, 2), 9.6, {}, {}}};
  programme.meaning.emplace();
  programme.meaning->projected_units = 9.0;
  result.programmes.push_back(programme);
  hide_small_cells(result);
  const FlowMonth& year = result.population[0].year;
  EXPECT_TRUE(std::isnan(year.deaths));
  EXPECT_TRUE(std::isnan(year.entrants)) << "opening, closing and entrants would give the deaths";
  EXPECT_EQ(year.opening, 120.0);
  EXPECT_TRUE(std::isnan(result.population[0].monthly[0].entrants));
  EXPECT_TRUE(std::isnan(*result.programmes[0].headcount));
  EXPECT_EQ(result.programmes[0].monthly[0].headcount, 0.0) << "nobody is no person";
  EXPECT_EQ(result.programmes[0].monthly[1].headcount, 9.6) << "ten persons";
  EXPECT_FALSE(result.programmes[0].meaning);
}

}  // namespace
}  // namespace disburse
