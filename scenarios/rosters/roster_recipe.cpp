#include "scenarios/rosters/roster_recipe.hpp"

#include "engine/base/error.hpp"

namespace disburse {

const Distribution& Recipe::distribution(std::string_view distribution_name) const {
  for (const Distribution& distribution : distributions) {
    if (distribution.name == distribution_name) return distribution;
  }
  throw ProgramFault("no distribution " + std::string(distribution_name));
}

std::vector<std::string> late_retirees(Month as_of) {
  const auto of_year = [](int year) { return "enterprise_retired_" + std::to_string(year); };
  const int year = as_of.year();
  return {of_year(year - 1), of_year(year), of_year(year + 1) + "_to_september", of_year(year + 1) + "_from_october"};
}

}  // namespace disburse
