#pragma once
// Recomputes every figure of a budget document that can be recomputed (表内、表间勾稽) and reports what does
// not agree.
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/budget/budget.hpp"

namespace disburse {

/// All findings, in the order tables, ties, forms, text, remarks. Printed figures that differ by no more than
/// 0.01 万元 are a note, since each is rounded on its own.
std::vector<Finding> check(const BudgetDocument& document);

}  // namespace disburse
