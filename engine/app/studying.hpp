#pragma once
// Sensitivity studies over a scenario's uncertain values.
#include <memory>

#include "engine/app/session.hpp"
#include "engine/study_result.hpp"

namespace disburse {

/// Answers --method, --line, --programme, --year, --inputs, --group, --samples and the others of the options.
/// Inputs are taken as independent but for --method shapley, which follows the scenario's correlations.
/// Errors: InputRejected(Door::command_line): no uncertain value, an unknown output or input, samples that are no power
/// of two, too few of anything.
StudyResult study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options);

}  // namespace disburse
