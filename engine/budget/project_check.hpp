#pragma once
// What a budget document must say of its projects so that each can be projected and the lines tie.
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/budget/budget.hpp"

namespace disburse {

/// The programmes that a law has.
struct KnownProgrammes {
  std::vector<std::string> ids;
  bool basic = false;  ///< one of them spends the agency's basic expenditure
};

/// Adds to `errors`, at their lines of the budget's file: projects of no programme, projects of a line that table 2
/// lacks, lines whose projects do not sum to what table 2 prints as 项目支出, basic expenditure that no programme
/// spends. Without these no comparison could tie; all else that is wrong in a document is a finding of `check`.
void check_projects(const BudgetDocument& document, const KnownProgrammes& programmes, InputErrors& errors);

}  // namespace disburse
