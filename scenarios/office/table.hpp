#pragma once
// A table of an office, from CSV or a sheet of a workbook: headings found below titles, then row after row.
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/support/csv_reader.hpp"
#include "engine/support/spreadsheet.hpp"
#include "engine/support/text_encoding.hpp"
#include "scenarios/office/columns.hpp"

namespace disburse {

struct OfficeRow {
  std::size_t number = 0;               ///< line of the file, or row of the sheet, from 1
  std::vector<std::string_view> cells;  ///< stand until the next row is read
  std::vector<CellKind> kinds;          ///< text for all cells of a CSV
};

class OfficeTable {
 public:
  virtual ~OfficeTable() = default;
  /// False at the end. Errors: CsvBroken.
  virtual bool next(OfficeRow& row) = 0;

  std::string name;      ///< file name, and sheet in brackets
  std::string encoding;  ///< "GB18030", "xlsx"
  std::vector<std::string> headings;
  std::size_t heading_row = 0;
};

/// The tables of a file: one of a CSV, those of a workbook's visible sheets that have headings. Headings are the first
/// of the first ten rows with at least two that are known. Errors: InputRejected(Door::roster): no regular file,
/// another kind of file, wrong encoding, broken CSV or workbook, no headings; with line or cell.
std::vector<std::unique_ptr<OfficeTable>> open_tables(const std::filesystem::path& file, const ColumnNames& names);

}  // namespace disburse
