#pragma once
// The tables of a drafted budget: every parent the sum of its printed children.
#include "engine/budget_draft.hpp"

namespace disburse {

/// Makes tables 1 to 8 of the draft from its forms, the figures given and the leaves that stand; for a later year table
/// 4's budget becomes last year's first.
void make_tables(BudgetDocument& draft, const DraftFigures& figures, bool later_year);

}  // namespace disburse
