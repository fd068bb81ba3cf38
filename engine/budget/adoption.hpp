#pragma once
// Whether a budget is one already (预算草案): what is drafted becomes the budget when it is adopted.
#include "engine/budget/budget.hpp"

namespace disburse {

/// Whether nobody has adopted the document yet.
bool is_draft(const BudgetDocument& document);

}  // namespace disburse
