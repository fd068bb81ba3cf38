// A recipe's parts by their names, and the counts of those who retired lately.
#include "scenarios/rosters/roster_recipe.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

TEST(Recipe, finds_distributions_by_name_and_stops_at_none) {
  Recipe recipe;
  recipe.distributions.resize(2);
  recipe.distributions[0].name = "low";
  recipe.distributions[1].name = "high";
  EXPECT_EQ(&recipe.distribution("high"), &recipe.distributions[1]);
  EXPECT_THROW(recipe.distribution("middle"), ProgramFault);
}

TEST(Recipe, refers_to_the_year_after_its_day) {
  Recipe recipe;
  recipe.as_of = Month(2023, 12);
  EXPECT_EQ(recipe.year(), (Horizon{Month(2024, 1), 12}));
}

TEST(LateRetirees, are_those_of_two_years_and_of_the_next_in_two_parts) {
  EXPECT_EQ(late_retirees(Month(2023, 12)),
            (std::vector<std::string>{"enterprise_retired_2022", "enterprise_retired_2023",
                                      "enterprise_retired_2024_to_september", "enterprise_retired_2024_from_october"}));
}

}  // namespace
}  // namespace disburse
