#pragma once
// Finds the flat rates of a scenario and what they pay.
#include <memory>

#include "engine/planning/quick_sums.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Every amount per person that moves a line in a straight line from half to one and a half times its value (Slider),
/// with the person-payments of the year. Rates that change within the year, or feed a rounding, are left out.
QuickSums quick_sums(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year);

}  // namespace disburse
