#pragma once
// How an agency's budget is printed (表式): which of the official tables, in which order, under which titles, with
// which columns, and what the text says where there is nothing.
#include <string>
#include <vector>

namespace disburse {

/// One sheet of the workbook.
struct PrintedSheet {
  std::string table;                 ///< "表2"; of a table with two sides without its side; empty: there is none
  std::string title;                 ///< empty: the table's own
  std::vector<std::string> columns;  ///< of the official table, those that are printed; empty: all
  std::vector<std::string> added;    ///< headings of columns that the official table lacks, to be filled in by hand
  std::string statement;             ///< what stands in place of a table that is empty
};

struct FormLayout {
  std::vector<PrintedSheet> sheets;  ///< empty: the official tables as the document has them
  bool forms = true;                 ///< performance forms are published with the budget
  // Sentences of the text, whole or within one.
  std::string no_funds;       ///< no expenditure from government funds
  std::string general_only;   ///< all income is of the general budget
  std::string no_carry_over;  ///< nothing is left from the year before
  std::string no_forms;       ///< where no forms are published
};

}  // namespace disburse
