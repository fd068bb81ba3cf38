// Before the day on which they were counted members were more, by those who died until then.
#include "engine/members/counted_survival.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace disburse {
namespace {

/// A table in which one in a hundred dies a year at every age until 105.
Mortality even_table() {
  LifeTable table;
  table.first_age = 0;
  for (auto& q : table.q) {
    q.assign(105, Rate(1, 100));
    q.push_back(Rate(1, 1));
  }
  return {table, {Rate(1, 1), Rate(1, 1), Rate(1, 1)}};
}

Cohort retired_in(Month month) {
  Cohort cohort;
  cohort.birth = Month(1960, 3);
  cohort.retired = month;
  cohort.exposed = month + 1;
  return cohort;
}

double persons(std::int64_t alive) { return static_cast<double>(alive) / static_cast<double>(certain); }

TEST(CountedSurvival, a_year_before_the_count_one_in_ninety_nine_more_were_alive) {
  const auto path = counted_survival(retired_in(Month(2000, 1)), even_table(), {Month(2023, 1), 24}, Month(2024, 1));
  ASSERT_EQ(path.size(), 25U);
  EXPECT_NEAR(persons(path[0]), 1.0 / 0.99, 1e-9);
  EXPECT_EQ(path[12], certain);
  EXPECT_NEAR(persons(path[24]), 0.99, 1e-9);
}

TEST(CountedSurvival, nobody_dies_before_retirement) {
  // Exposed from 2023-07: half a year of deaths until the count.
  const auto path = counted_survival(retired_in(Month(2023, 6)), even_table(), {Month(2023, 1), 12}, Month(2024, 1));
  EXPECT_NEAR(persons(path[0]), 1.0 / std::sqrt(0.99), 1e-9);
  EXPECT_EQ(path[0], path[6]);
  EXPECT_GT(path[6], path[7]);
  EXPECT_EQ(path[12], certain);
}

TEST(CountedSurvival, a_horizon_that_ends_before_the_count_has_the_beginning_of_a_longer_one) {
  const Mortality mortality = even_table();
  const Cohort cohort = retired_in(Month(2000, 1));
  const auto longer = counted_survival(cohort, mortality, {Month(2023, 1), 24}, Month(2024, 1));
  for (const int count : {1, 5, 11, 12, 13}) {
    const auto shorter = counted_survival(cohort, mortality, {Month(2023, 1), count}, Month(2024, 1));
    EXPECT_EQ(shorter, std::vector<std::int64_t>(longer.begin(), longer.begin() + count + 1)) << count << " months";
  }
}

TEST(CountedSurvival, after_the_count_the_path_is_that_of_a_horizon_that_begins_there) {
  const Mortality mortality = even_table();
  const Cohort cohort = retired_in(Month(2000, 1));
  const auto longer = counted_survival(cohort, mortality, {Month(2023, 1), 36}, Month(2024, 1));
  const auto later = survival_of(cohort, mortality, {Month(2024, 1), 24});
  EXPECT_EQ(std::vector<std::int64_t>(longer.begin() + 12, longer.end()), later);
  EXPECT_EQ(counted_survival(cohort, mortality, {Month(2024, 1), 24}, Month(2024, 1)), later);
}

TEST(CountedSurvival, whoever_is_there_beyond_the_table_came_through) {
  Cohort oldest = retired_in(Month(1978, 1));
  oldest.birth = Month(1918, 1);
  const auto path = counted_survival(oldest, even_table(), {Month(2023, 1), 12}, Month(2024, 1));
  EXPECT_EQ(path.front(), certain);
}

TEST(CountedSurvival, members_held_constant_stay_so) {
  Cohort constant;
  const auto path = counted_survival(constant, even_table(), {Month(2023, 1), 12}, Month(2024, 1));
  for (const std::int64_t alive : path) EXPECT_EQ(alive, certain);
}

}  // namespace
}  // namespace disburse
