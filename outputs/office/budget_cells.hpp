#pragma once
// Where the cells of a document's tables stand in its workbook, and the formulas by which the workbook computes them.
#include <map>
#include <optional>
#include <string>

#include "engine/budget/computed_cells.hpp"
#include "engine/budget/paper.hpp"
#include "outputs/office/printed_tables.hpp"
#include "outputs/office/workbook.hpp"

namespace disburse {

/// A cell of the workbook; rows and columns count from 0.
struct BookCell {
  std::string sheet;
  std::size_t row = 0, column = 0;
};

/// "'表二'!E5" seen from another sheet, "E5" from its own.
std::string reference_to(const BookCell& cell, const std::string& from_sheet);

/// The parts of a heading "2024年预算数/合计", and the rows that stacked headings take.
std::vector<std::string> heading_parts(const std::string& heading);
std::size_t heading_levels(const std::vector<std::string>& headings);

class BudgetCells {
 public:
  BudgetCells(const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout = {});

  const PrintedTables& tables() const { return tables_; }
  bool is_printed(const TableCell& cell) const;
  /// Of a cell that is printed.
  BookCell place(const TableCell& cell) const;
  /// Writes the cell at its place: a formula with its value, a number, a word, or nothing. Tables 2 and
  /// 5 take their projects from 测算依据, all other sums come from cells of the tables; what rests on a cell that is
  /// not printed is a number. Of a cell that is not printed nothing.
  void write(lxw_worksheet* sheet, const TableCell& cell, const WorkbookFormats& formats) const;
  /// Where a form's money stands: in table 2 where the line has no other project, else in 测算依据. Empty where neither
  /// says what the form prints.
  std::optional<BookCell> money_of(const BudgetForm& form) const;

 private:
  void take_projects();
  std::string formula(const ComputedCell& computed) const;
  void write_formula(lxw_worksheet* sheet, const BookCell& at, const std::string& formula, const std::string& printed,
                     const WorkbookFormats& formats) const;

  const BudgetDocument& document_;
  const BudgetPaper& paper_;
  PrintedTables tables_;
  std::map<TableCell, ComputedCell> computed_;
  std::map<TableCell, std::string> projects_;  ///< formulas of the lines' projects
};

}  // namespace disburse
