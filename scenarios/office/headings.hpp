#pragma once
// Finds a table's headings: the row that holds them, sub-headings below, units in titles above.
#include "scenarios/office/table.hpp"

namespace disburse {

/// Reads rows until one holds headings; false where the first 50 have none. The table then stands before its first row.
bool find_headings(OfficeTable& table, const ColumnNames& names);

/// "合计", "小计", "总计", "共计": a column or a row of sums.
bool names_a_sum(std::string_view cleaned_text);

}  // namespace disburse
