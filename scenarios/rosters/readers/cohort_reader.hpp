#pragma once
// [cohort.NAME] of a recipe: which of its counts move together.
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/support/toml_reader.hpp"
#include "scenarios/rosters/cohort.hpp"

namespace disburse {

/// Every path is a headcount of `counts`; problems go to the errors of `root`. A recipe may have none.
std::vector<CohortChange> read_cohorts(TomlTable& root, const ParameterTree& counts);

}  // namespace disburse
