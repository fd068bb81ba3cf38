#pragma once
// The sheets of a budget workbook that are no tables of columns: performance forms and the working paper.
#include "engine/budget.hpp"
#include "outputs/office/budget_paper.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {

/// 部门项目支出预算绩效目标表: one sheet a project.
void form_sheets(lxw_workbook* book, const BudgetDocument& document, const WorkbookFormats& formats);
/// 测算依据: persons times average as live formulas with their values; ranges, reserves, notes.
void paper_sheet(lxw_workbook* book, const BudgetPaper& paper, const WorkbookFormats& formats);

}  // namespace disburse
