#pragma once
// The 速算 workbook: change a rate in Excel or WPS and see the line move.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/planning/quick_sums.hpp"

namespace disburse {

/// One sheet: rates (the yellow cells are to be changed), person-payments, lines as live formulas with cached values,
/// and a warning where a rate leaves the range in which the sums hold. `doubts` stand before all of it.
std::string quick_workbook(const std::filesystem::path& scratch, const QuickSums& sums,
                           const std::vector<std::string>& doubts);

}  // namespace disburse
