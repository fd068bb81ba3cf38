#pragma once
// The tables of functional lines: of the general public budget (table 2) and of government funds (table 5).
#include <string_view>
#include <vector>

#include "engine/budget/budget.hpp"

namespace disburse {

/// Those of the two that the document has, table 2 first.
std::vector<const BudgetTable*> functional_tables(const BudgetDocument& document);
/// The row of a 项 code in either; null where neither has it.
const BudgetRow* find_item_row(const BudgetDocument& document, std::string_view code);
/// Whether table 5 has a line: without one it prints 无, and nothing is spent from government funds.
bool has_fund_lines(const BudgetDocument& document);
/// The column of a line's whole money: 合计 in table 2, 小计 in table 5.
const char* whole_column(const BudgetTable& table);
/// The sum over the 项 lines of a table, in one column.
Money sum_of_items(const BudgetTable& table, std::string_view column);

}  // namespace disburse
