#include "engine/budget/version.hpp"

#include <algorithm>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

void apply(Budget& budget, const BudgetChange& change) {
  const auto line = std::find_if(budget.lines.begin(), budget.lines.end(),
                                 [&](const BudgetLine& one) { return one.code == change.line; });
  EXPECT(line != budget.lines.end());
  line->project += change.amount;
  line->total += change.amount;
  budget.project += change.amount;
  budget.total += change.amount;
  if (change.carried != Money{}) {
    const auto held = std::find_if(budget.carried.begin(), budget.carried.end(),
                                   [&](const BudgetItem& one) { return one.code == change.line; });
    if (held == budget.carried.end())
      budget.carried.push_back({line->code, line->name, change.carried});
    else
      held->amount += change.carried;
  }
  if (change.programme.empty()) return;
  const auto project = std::find_if(budget.projects.begin(), budget.projects.end(),
                                    [&](const BudgetProject& one) { return one.programme == change.programme; });
  EXPECT(project != budget.projects.end());
  project->amount += change.amount;
}

}  // namespace

Budget changed_budget(Budget budget, const std::vector<BudgetVersion>& versions, std::size_t last) {
  for (std::size_t v = 0; v <= last && v < versions.size(); ++v) {
    for (const BudgetChange& change : versions[v].changes) apply(budget, change);
    budget.version = versions[v].name;
  }
  return budget;
}

}  // namespace disburse
