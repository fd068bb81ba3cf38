#pragma once
// The department budget as a workbook in the office's layout: nine tables, the forms, and the working paper.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/budget/form_layout.hpp"
#include "engine/budget/paper.hpp"

namespace disburse {

/// Bytes of an xlsx as `layout` prints it: sheets 表一 to 表八 of the official one, 绩效1.. for the forms, 测算依据
/// with live formulas and their values. `doubts`, if any, stand on a first sheet 请核对, which is taken out when they
/// are settled.
std::string budget_workbook(const std::filesystem::path& scratch, const BudgetDocument& document,
                            const BudgetPaper& paper, const FormLayout& layout, const std::vector<std::string>& doubts);

}  // namespace disburse
