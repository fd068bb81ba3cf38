#pragma once
// Sensitivity studies over a scenario's uncertain values.
#include <memory>

#include "engine/base/progress.hpp"
#include "engine/planning/study_result.hpp"
#include "engine/studies/sensitivity/sensitivity_request.hpp"

namespace disburse {

/// Everything that is assumed is moved (ranges, common causes, questions), and the levers beside it in the tornado. A
/// year after the budget's is measured against its own draft, the estimate at its base, or against the request's limit.
/// shapley and the distribution of the output follow the scenario's correlations, and `full` takes Shapley effects
/// where there are any; sobol and morris are of independent inputs and refuse others by name. Errors:
/// InputRejected(Door::command_line): correlated inputs for sobol or morris, no uncertain value, an unknown output or
/// input, samples that are no power of two, too few of anything.
StudyResult study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                  const SensitivityRequest& request, Progress* progress = nullptr);

}  // namespace disburse
