#pragma once
// Goal seek over a scenario: which value of a parameter brings a line to an amount.
#include <memory>

#include "engine/app/session.hpp"
#include "engine/goal.hpp"

namespace disburse {

/// Answers --vary, --line, --target, --between, --confidence and --year of the options.
///
/// With a confidence p, the amount that must not exceed the target is the p quantile of the line: sets of the uncertain
/// assumptions are drawn, each with its own expected value, and the deviations of individual chance (replicates of the
/// scenario itself) are added to each. Common draws: the same sets and deviations at every value that is tried.
///
/// Errors: InputRejected(Door::command_line): an unknown path or line, a parameter that is no number, a range that is
/// none, a target without amount.
GoalResult seek(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options);

}  // namespace disburse
