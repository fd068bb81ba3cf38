#pragma once
// Months that have no say in what a study looks at.
#include "engine/law/scenario.hpp"

namespace disburse {

/// The scenario without the months after `year`, as two horizons have the same cells in the months that they share: a
/// study of one year makes many projections, and none of what comes later. A horizon that ends before stays as it is.
Scenario shortened(Scenario scenario, int year);

}  // namespace disburse
