#pragma once
// A budget document as the TOML file that its reader takes (disburse/budget/1).
#include <string>

#include "engine/budget/budget.hpp"

namespace disburse {

/// Every cell as printed. What `read_budget` makes of it is the same document, but for the numbers of its lines.
std::string budget_toml(const BudgetDocument& document);

}  // namespace disburse
