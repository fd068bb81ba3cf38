#pragma once
// Lists what a planner may move in a scenario.
#include "engine/evaluation/evaluator.hpp"
#include "engine/planning/movable.hpp"
#include "scenarios/rosters/cohort.hpp"

namespace disburse {

/// Every parameter that a payment of the scenario rests on, as far as the evaluator saw it read, and the cohorts.
MovableParameters movable_parameters(Evaluator& evaluator, const std::vector<CohortChange>& cohorts);

}  // namespace disburse
