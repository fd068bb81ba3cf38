#pragma once
// What one more unit of an assumption does, and where it alone brings the output to its budget.
#include <vector>

#include "engine/evaluation/surrogate.hpp"
#include "engine/planning/study_result.hpp"

namespace disburse {

/// Fills breaks_at of the tornado's bars: where each live range alone brings the output to its budget, within the
/// parameter's own bounds.
void find_thresholds(Evaluator& evaluator, const std::vector<Input>& inputs, const Output& output, StudyResult& result);

/// Fills the slopes of all ranges: derivatives from one pass. What moves whole members has steps and no derivative:
/// differences over its range say what a unit of it does.
void find_slopes(Evaluator& evaluator, const std::vector<Input>& inputs, const Output& output, int threads,
                 StudyResult& result);

}  // namespace disburse
