#pragma once
// The law under a scenario.
#include "engine/law/parameters.hpp"
#include "engine/law/scenario.hpp"

namespace disburse {

/// Forgets what was not known yet, lays the scenario's changes and uncertainties on, carries the parameters on to
/// December of the last year of the horizon, or of the year of `last` where that is later. Errors: InputRejected with
/// all that the law refuses, by the door at which each came in.
void apply_scenario(ParameterTree& law, const Scenario& scenario, Month last = Month(1800, 1));

}  // namespace disburse
