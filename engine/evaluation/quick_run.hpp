#pragma once
// A run from kept pieces: what the main job answers under some changes, as far as a ledger tells it.
#include <vector>

#include "engine/evaluation/evaluator.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// The run of the evaluator's scenario with `changes` on top, to the fen that of a full run: ledger, programmes, lines,
/// total, months, years, pensioners, findings of the comparison. What rests on members one by one (components,
/// documents, ages, contributors) and on the document's own check is left empty, and so are the digests of what is
/// changed.
/// Errors: as Evaluator::evaluate.
RunResult quick_run(Evaluator& evaluator, const std::vector<Override>& changes);

}  // namespace disburse
