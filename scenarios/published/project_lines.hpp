#pragma once
// Which line each printed project is on: documents print lines and projects, never both together.
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_tables.hpp"

namespace disburse {

/// Gives each form the line whose 项目支出 the forms then sum to, and completes what a form must have. Where several
/// ways fit, the first is taken and noted; where none does, what cannot be placed is noted. Without forms each line
/// with project money becomes one.
void assign_lines(BudgetDocument& document, std::vector<ReadingNote>& notes);

}  // namespace disburse
