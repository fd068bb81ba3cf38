#pragma once
// Rows of tables with codes: functions, economic items, funds.
#include "scenarios/published/published_tables.hpp"

namespace disburse {

/// The rows of table 2, 3 or 5. Names and amounts may go on over several lines; a row whose amounts do not fit the
/// columns is left out and noted in `all`.
std::vector<BudgetRow> coded_rows(int number, const std::vector<PublishedLine>& lines, PublishedTables& all);

}  // namespace disburse
