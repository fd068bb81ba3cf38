#pragma once
// The official layout of the budget tables: their columns, which of them add up, and which cells of two
// tables are equal.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/budget/budget.hpp"

namespace disburse {

/// What stands in a column: an amount, an amount that may be negative, or a percentage.
enum class PrintedCellKind { amount, signed_amount, percent };

/// How the cells of one row hang together.
enum class RowRule {
  sum,         ///< result = sum of parts
  within,      ///< parts are named "其中": their sum may not exceed the result
  difference,  ///< result = first part - second part
  percent,     ///< result = first part in per cent of the second; blank where that is zero
};

struct ColumnRelation {
  RowRule rule = RowRule::sum;
  std::string result;
  std::vector<std::string> parts;
};

struct TableLayout {
  std::string id;      ///< "表6支出"
  int number = 0;      ///< 1 to 8
  bool coded = false;  ///< rows have a code and a name
  std::vector<std::string> columns;
  std::vector<ColumnRelation> relations;
};

/// The eight tables, in their order; tables 1 and 6 have two sides. (The ninth is the forms.)
const std::vector<TableLayout>& budget_layouts();
/// Null when `id` is none of them.
const TableLayout* find_layout(std::string_view id);
std::optional<std::size_t> column_index(std::string_view id, std::string_view column);
PrintedCellKind cell_kind(std::string_view column);
/// The names of a table and of a column as printed, with their English.
Message table_name(std::string_view id);
Message column_name(std::string_view column);

/// Equalities between tables that hold for every department (表间勾稽).
const std::vector<BudgetTie>& official_ties();

/// What an address names: the amount, and how to call it in a sentence.
struct Located {
  Money amount;
  Message name;  ///< "表2 2080506 机关事业单位职业年金缴费支出·合计"
  int line = 0;
};
/// Looks up "表2/2080506/合计", "表9/PROGRAMME/资金总额" or "文/KEY"; a leading "-" is ignored. Empty when
/// there is none.
std::optional<Located> locate(const BudgetDocument& document, std::string_view address);

}  // namespace disburse
