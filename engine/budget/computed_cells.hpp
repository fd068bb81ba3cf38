#pragma once
// Which cells of a document's tables are sums of others, so that a spreadsheet can compute them.
#include <cstddef>
#include <vector>

#include "engine/budget/budget.hpp"

namespace disburse {

/// A cell by position: of BudgetDocument::tables, of its rows, of their cells.
struct TableCell {
  std::size_t table = 0, row = 0, column = 0;
  friend auto operator<=>(const TableCell&, const TableCell&) = default;
};

/// What a cell is of others. Its printed figure is that to the last digit.
struct ComputedCell {
  enum class Rule {
    sum,       ///< of the parts
    less,      ///< the first part less the second
    per_cent,  ///< the first part in per cent of the second with two decimals; blank where the second is 0
  };
  TableCell cell;
  Rule rule = Rule::sum;
  std::vector<TableCell> parts;
};

/// Every cell that the layout, the levels of rows, the totals and the ties between tables make of others: table 1 takes
/// from table 2, table 6 from table 1, tables 7 and 8 from table 6. A relation that the printed figures do not keep is
/// left out, so that a document's faults stay what they are; no cell rests on itself, however far around. Each cell
/// stands behind those that it rests on.
std::vector<ComputedCell> computed_cells(const BudgetDocument& document);

}  // namespace disburse
