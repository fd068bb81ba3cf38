#pragma once
// Which tables of a document a layout prints, where and with which columns.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/budget/form_layout.hpp"

namespace disburse {

class PrintedTables {
 public:
  /// Where `layout` has no sheets, the document's tables as they stand.
  PrintedTables(const BudgetDocument& document, const FormLayout& layout);

  /// One sheet: a table (of two sides both), or a statement alone.
  struct Sheet {
    std::string name, title, statement;
    std::optional<std::size_t> table, right;  ///< positions in the document
    std::vector<std::string> added;
  };
  const std::vector<Sheet>& sheets() const { return sheets_; }

  /// The sheet on which a table of the document, or its side, is printed; null for none.
  const Sheet* sheet_of(std::size_t table) const;
  /// Where a column of a table stands among those that are printed; empty for one that is not.
  std::optional<std::size_t> column(std::size_t table, std::size_t column) const;
  /// The printed headings of a table: its names', then one a column.
  std::vector<std::string> headings(std::size_t table) const;
  /// All headings of a sheet: of both sides, and of what is added.
  std::vector<std::string> headings(const Sheet& sheet) const;
  /// Columns of names before the figures.
  std::size_t names(std::size_t table) const;

 private:
  const BudgetDocument& document_;
  std::vector<Sheet> sheets_;
  std::vector<std::vector<std::size_t>> columns_;  ///< by table: those that are printed
};

}  // namespace disburse
