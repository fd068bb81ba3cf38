#pragma once
// The year before the budget's against its outturn, line by line: how good the same rules were when the answer is
// known.
#include <map>
#include <string>
#include <vector>

#include "engine/planning/track_record.hpp"
#include "engine/projection/run_beside.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// The outturn that the budget prints of each line beside what `run` projects of it. A line that one of its programmes
/// leaves out has no projection and says why. Empty where the run does not hold the whole of that year.
std::vector<OutturnFigure> outturn_score(const RunResult& run, const Session& session);

/// Lays the outturns of `year` over what each line is projected to have spent in it: of a line as a whole, or the
/// difference of those of its programmes that are known. Outturns of other years, and of all together, say nothing of
/// a line.
void lay_outturns(const std::vector<Outturn>& outturns, const RunResult& run, int year,
                  std::map<std::string, Money>& executed);

}  // namespace disburse
