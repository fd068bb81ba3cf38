#pragma once
// The year before the budget's against its outturn, line by line: how good the same rules were when the answer is
// known.
#include "engine/projection/run_beside.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// The outturn that the budget prints of each line beside what `run` projects of it. A line that one of its programmes
/// leaves out has no projection and says why. Empty where the run does not hold the whole of that year.
std::vector<OutturnFigure> outturn_score(const RunResult& run, const Session& session);

}  // namespace disburse
