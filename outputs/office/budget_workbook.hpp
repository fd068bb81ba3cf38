#pragma once
// The department budget as a workbook in the office's layout: nine tables, the forms, and the working paper.
#include <filesystem>
#include <string>

#include "engine/budget/budget.hpp"
#include "engine/budget/paper.hpp"

namespace disburse {

/// Bytes of an xlsx: sheets 表一 to 表八, 绩效1.. for the forms, 测算依据 with live formulas and their values.
std::string budget_workbook(const std::filesystem::path& scratch, const BudgetDocument& document,
                            const BudgetPaper& paper);

}  // namespace disburse
