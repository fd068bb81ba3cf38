#pragma once
// Compares payments with appropriations (预算执行对比): by programme, by functional line, by month and in total.
#include <memory>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/law/programme.hpp"
#include "engine/projection/projection.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// Fills lines, programmes, total, monthly, basis_share and the findings of the comparison. Programmes keep the order
/// of `programmes`; lines without a budget are reported, not dropped.
/// A horizon that does not reach into the budget's year is told by its last year, with no budget and a finding that
/// says so: another year's budget is no measure of it. `law` gives the official standards that the meaning of a
/// difference is told in.
void compare(RunResult& result, const ProgrammeSet& programmes, const Budget& budget, const ParameterTree& law);

/// Whether the horizon has months of the budget's year.
bool reaches_budget(const Budget& budget, Horizon horizon);

/// The budget of a programme: its project, or for basic expenditure the basic part of all lines.
std::optional<Money> budget_of_programme(const ProgrammeDefinition& programme, const Budget& budget);

}  // namespace disburse
