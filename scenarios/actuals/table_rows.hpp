#pragma once
// Rows of a plain table, from CSV or the first visible sheet of a workbook, told by what the file is.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace disburse {

struct TableRow {
  int number = 0;  ///< from 1
  std::vector<std::string> cells;
  std::map<std::size_t, std::string> numbers;  ///< cells that hold numbers, as months
};

struct TableOfRows {
  std::vector<TableRow> rows;
  bool workbook = false;  ///< whose rows may wait to be filled in: it may be a template
};

/// Errors: InputRejected(Door::roster) for what is no text, a broken line, no workbook.
TableOfRows table_of(const std::filesystem::path& file);

/// A row that shows how it is done, of a template: it is not read.
bool is_example(const TableRow& row);

}  // namespace disburse
