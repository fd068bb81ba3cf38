#pragma once
// The sheets of a budget workbook that are no tables of columns: performance forms and the working paper.
#include "engine/budget/budget.hpp"
#include "engine/budget/paper.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {

class BudgetCells;

inline constexpr const char* paper_sheet_name = "测算依据";
/// The column of 测算依据 with the amounts that enter the tables (列入预算).
inline constexpr std::size_t paper_drafted_column = 5;
/// The row of 测算依据 in which the project with this position stands.
std::size_t paper_row_of(const BudgetPaper& paper, std::size_t project);

/// 部门项目支出预算绩效目标表: one sheet a project. Its money is that of the tables.
void form_sheets(lxw_workbook* book, const BudgetDocument& document, const BudgetPaper& paper, const BudgetCells& cells,
                 const WorkbookFormats& formats);
/// 测算依据: persons times average as live formulas with their values; ranges, reserves, notes.
void paper_sheet(lxw_workbook* book, const BudgetPaper& paper, const WorkbookFormats& formats);

}  // namespace disburse
