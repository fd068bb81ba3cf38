#pragma once
// Whether rosters as a whole look like a scheme's: what no row shows by itself.
#include <vector>

#include "scenarios/office/row_reader.hpp"

namespace disburse {

/// One finding for each scheme and measure outside of what is usual, with the usual range: average pension and age,
/// share of women, share over a hundred, pensions that are all the same. An average ten times outside is an error.
void find_unusual(const Roster& roster, const CheckLimits& limits, std::vector<OfficeFinding>& findings);

}  // namespace disburse
