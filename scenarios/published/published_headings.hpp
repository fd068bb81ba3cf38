#pragma once
// What the columns of a table with codes are, by the headings that the document prints.
#include <optional>
#include <string>
#include <vector>

#include "scenarios/published/published_tables.hpp"

namespace disburse {

enum class ColumnRole { label, last_year, total, basic, project, growth, percent, personnel, running, unread, number };

struct TableHeadings {
  bool of_cells = false;  ///< `columns[n]` is the n-th cell of a row; otherwise the n-th amount of a line
  std::vector<ColumnRole> columns;
  std::vector<ReadingNote> notes;  ///< headings that are none of the official table's

  /// Two headings or more of amounts were found.
  bool seen() const;
  bool has(ColumnRole role) const;
  /// The first cell that holds an amount.
  std::size_t first() const;
  /// What the official table needs and no heading says: "合计"; empty where nothing is missing.
  std::string missing(int table) const;
  /// A column that two headings name; empty where none is.
  std::string twice() const;
};

/// By the lines above the first row of table 2, 3 or 5. `fiscal_year` tells last year's columns; 0: not known.
TableHeadings headings_of(int table, const std::vector<PublishedLine>& lines, int fiscal_year);

/// The official cells of a row whose amounts are `amounts`, in the order of `headings.columns`; nothing where they do
/// not fit. Of a line, whose blanks cannot be seen, fewer amounts than headings are taken where their sum tells which.
std::optional<std::vector<std::string>> official_cells(int table, const TableHeadings& headings,
                                                       const std::vector<std::string>& amounts);

}  // namespace disburse
