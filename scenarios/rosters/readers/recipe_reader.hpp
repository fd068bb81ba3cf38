#pragma once
// Reads the recipe of a synthetic roster (disburse/recipe/1).
#include <filesystem>
#include <string>

#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

struct RecipeSource {
  std::filesystem::path file;
  std::string name;             ///< what scenarios call it
  std::filesystem::path below;  ///< what it is laid over; empty: it is whole
};

/// Reads a recipe and adds its parameters to `into`, [counts.NAME] as counts.NAME and [roster.NAME] as roster.NAME.
/// Errors: InputRejected(Door::data) with everything that is wrong, a missing parameter included.
Recipe read_recipe(const RecipeSource& source, ParameterTree& into);

}  // namespace disburse
