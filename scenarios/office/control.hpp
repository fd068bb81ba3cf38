#pragma once
// Headcounts and monthly totals that the office knows, held against what was read.
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include "engine/members/roster.hpp"
#include "scenarios/office/findings.hpp"

namespace disburse {

/// Persons and their monthly amounts, of all rows that were read.
using StockCounts = std::map<std::pair<Scheme, Role>, std::pair<std::int64_t, Money>>;

/// One finding for each control figure that differs. Errors: InputRejected(Door::data) for a file that is none.
void check_control(const std::filesystem::path& file, StockCounts& counts, std::vector<OfficeFinding>& findings);

}  // namespace disburse
