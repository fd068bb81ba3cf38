#pragma once
// Workbooks that outputs make, read back by the project's own reader.
#include <string>

#include "engine/support/xlsx_reader.hpp"
#include "support/program.hpp"

namespace disburse {

/// What `write(scratch)` makes, as its reader sees it.
template <class Write>
Spreadsheet written_book(const Write& write) {
  const ScratchFolder folder;
  return read_xlsx_bytes(write(folder.path()), "made.xlsx", Door::data);
}

/// The text of a cell; empty where there is none.
inline std::string text_at(const Sheet& sheet, std::size_t row, std::size_t column) {
  const SheetCell* cell = sheet.at(row, column);
  return cell == nullptr ? "" : cell->text;
}

}  // namespace disburse
