#pragma once
// The control sheet (核对表): sums that must balance before a result is published, in release builds too.
#include "engine/budget/budget.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// Lines of the control sheet: ledger against programmes, programmes against lines, months against the year, payers
/// against the whole, budget lines against the total, stocks and flows of members.
std::vector<ControlLine> control_sheet(const RunResult& result, const Budget& budget);

/// Fills `result.control`; throws ProgramFault naming every line that does not balance.
void check_control(RunResult& result, const Budget& budget);

}  // namespace disburse
