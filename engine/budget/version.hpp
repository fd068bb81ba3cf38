#pragma once
// Versions of a year's budget (年初预算, 预算调整, 追加): dated changes on top of the published document.
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/budget/budget.hpp"

namespace disburse {

/// Money that a version adds to a line (negative: takes away).
struct BudgetChange {
  std::string line, programme;  ///< `programme` may be empty: the line alone
  Money amount;
  Money carried;  ///< of `amount`, carried over from the year before (结转)
};

struct BudgetVersion {
  std::string name, kind, reference;  ///< kind: "adjustment" (预算调整) or "supplement" (追加)
  Date date;                          ///< of the decision; it stands on everything decided before
  std::vector<BudgetChange> changes;
};

/// The budget after all versions up to and with `last` (its index). Lines, projects and totals move together; `version`
/// names the last one, `carried` tells what came over from the year before. Errors: ProgramFault for an unknown line or
/// project (the reader has refused it).
Budget changed_budget(Budget budget, const std::vector<BudgetVersion>& versions, std::size_t last);

}  // namespace disburse
