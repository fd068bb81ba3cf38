// The gradual delay of retirement: the official table's vectors, the months before and after each boundary.
#include "models/retirement_age.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/shipped_law.hpp"

namespace disburse {
namespace {

struct Vector {
  RetirementGroup group;
  Month birth;
  int years, months;  // age at retirement
  Month retires;
};

/// The table that the decision on gradual delay prints.
TEST(RetirementAge, follows_the_official_table) {
  const Vector vectors[] = {
      {RetirementGroup::male, {1964, 12}, 60, 0, {2024, 12}},
      {RetirementGroup::male, {1965, 1}, 60, 1, {2025, 2}},
      {RetirementGroup::male, {1965, 4}, 60, 1, {2025, 5}},
      {RetirementGroup::male, {1965, 5}, 60, 2, {2025, 7}},
      {RetirementGroup::male, {1976, 8}, 62, 11, {2039, 7}},
      {RetirementGroup::male, {1976, 9}, 63, 0, {2039, 9}},
      {RetirementGroup::male, {1990, 1}, 63, 0, {2053, 1}},
      {RetirementGroup::female_55, {1969, 12}, 55, 0, {2024, 12}},
      {RetirementGroup::female_55, {1970, 1}, 55, 1, {2025, 2}},
      {RetirementGroup::female_55, {1971, 4}, 55, 4, {2026, 8}},
      {RetirementGroup::female_55, {1981, 9}, 58, 0, {2039, 9}},
      {RetirementGroup::female_50, {1974, 12}, 50, 0, {2024, 12}},
      {RetirementGroup::female_50, {1975, 1}, 50, 1, {2025, 2}},
      {RetirementGroup::female_50, {1975, 3}, 50, 2, {2025, 5}},
      {RetirementGroup::female_50, {1984, 11}, 55, 0, {2039, 11}},
      {RetirementGroup::female_50, {1984, 10}, 54, 11, {2039, 9}},
  };
  for (const Vector& each : vectors) {
    const StatutoryRetirement answer = statutory_retirement(shipped_law(), each.group, each.birth);
    EXPECT_EQ(answer.month, each.retires) << to_string(each.group) << " " << each.birth;
    EXPECT_EQ(12 * answer.old_age + answer.delay, 12 * each.years + each.months);
  }
}

TEST(RetirementAge, a_decision_that_is_not_known_yet_delays_nobody) {
  ParameterTree early = shipped_law();
  early.forget_after({2024, 9, 12});
  EXPECT_EQ(statutory_retirement(early, RetirementGroup::male, {1965, 1}).month, Month(2025, 1));
  early = shipped_law();
  early.forget_after({2024, 9, 13});
  EXPECT_EQ(statutory_retirement(early, RetirementGroup::male, {1965, 1}).month, Month(2025, 2));
}

TEST(RetirementAge, minimum_service_rises_by_half_a_year_from_2030_to_20_years_in_2039) {
  EXPECT_EQ(shipped_law().integer("retirement.minimum_service", Month(2029, 12)), 180);
  for (int year = 2030; year <= 2039; ++year) {
    EXPECT_EQ(shipped_law().integer("retirement.minimum_service", Month(year, 1)), 180 + 6 * (year - 2029)) << year;
  }
  EXPECT_EQ(shipped_law().integer("retirement.minimum_service", Month(2045, 1)), 240);
}

RC_GTEST_PROP(RetirementAge, a_later_birth_never_retires_earlier, ()) {
  const auto group = static_cast<RetirementGroup>(*rc::gen::inRange(0, 3));
  const Month birth = Month(1950, 1) + *rc::gen::inRange(0, 600);
  const auto first = statutory_retirement(shipped_law(), group, birth);
  const auto second = statutory_retirement(shipped_law(), group, birth + 1);
  RC_ASSERT(second.month > first.month);
  RC_ASSERT(12 * second.old_age + second.delay >= 12 * first.old_age + first.delay);
}

}  // namespace
}  // namespace disburse
