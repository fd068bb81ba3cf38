#pragma once
// The base of a year that was carried into, as a file of scenarios.
#include <string>

#include "engine/planning/next_year_result.hpp"

namespace disburse {

/// The new base as a file of scenarios (disburse/scenario/1), for people to read on: each change with its reason.
/// `from` is the name of the scenario that it was carried from.
std::string base_toml(const NextYear& next, const std::string& from);
/// `next.before`, the scenario of the year that ended, which must be there, as the file `file` beside the new base:
/// members that were carried are made anew by it.
std::string before_toml(const NextYear& next, const std::string& file);

}  // namespace disburse
