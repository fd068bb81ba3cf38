#include "engine/budget/adoption.hpp"

#include "engine/budget/official.hpp"

namespace disburse {

bool is_draft(const BudgetDocument& document) { return document.version == official::draft_version; }

}  // namespace disburse
