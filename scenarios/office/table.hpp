#pragma once
// A table of an office, from CSV, a web page or a sheet of a workbook: headings found below titles, then row after row.
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

/// One cell, which stands until the next row is read.
struct OfficeCell {
  std::string_view text;
  const SheetCell* source = nullptr;  ///< of a sheet; null in text and where the cell is empty
  bool spread = false;                ///< the text of a merged cell that begins in a row above
};

struct OfficeRow {
  std::size_t number = 0;  ///< line of the file, or row of the sheet, from 1
  std::vector<OfficeCell> cells;
};

class OfficeTable {
 public:
  virtual ~OfficeTable() = default;
  /// False at the end. Errors: CsvBroken.
  bool next(OfficeRow& row);
  /// To the first row below the headings.
  void rewind();

  std::string name;                   ///< file name, and sheet in brackets
  std::string encoding;               ///< "GB18030", "xlsx"
  std::vector<std::string> headings;  ///< of two or three rows of headings, the one that tells the field
  std::vector<std::optional<ColumnUnit>> heading_units;
  std::size_t heading_row = 0;           ///< the first
  std::optional<ColumnUnit> title_unit;  ///< of all amounts whose heading names none
  bool of_text = false;                  ///< CSV: numbers stand as somebody wrote them, or as a spreadsheet showed them
  bool may_drop_zeros = false;           ///< its texts may be what a spreadsheet showed of numbers
  std::vector<std::size_t> hidden_rows;  ///< from 1
  std::vector<std::size_t> hidden_columns;

 protected:
  virtual bool read_next(OfficeRow& row) = 0;
  virtual void start() = 0;

 private:
  friend bool find_headings(OfficeTable& table, const ColumnNames& names);
  std::size_t rows_before_ = 0;  // titles and headings
};

/// Something of a file that is not imported.
struct LeftOut {
  std::string table;      ///< file, and sheet in brackets
  Message what;           ///< "a sheet without known headings"
  std::size_t count = 0;  ///< rows, or cells of a column, that it holds
  bool holds_identities = false;
};

struct OpenedFile {
  std::vector<std::unique_ptr<OfficeTable>> tables;
  std::vector<LeftOut> left_out;  ///< sheets that are not read
  Message other_kind;             ///< what the file is, where its name says something else
};

/// The file's name for people: "standard input" of "-".
std::string name_of_input(const std::filesystem::path& file);

/// The tables of a file: one of a CSV, those of a web page or of a workbook's visible sheets that have headings and
/// name persons. Headings are the first of the first 50 rows with at least two that are known, with the rows of
/// sub-headings below. What a file is, its bytes say, not its name. "-" is standard input. Errors:
/// InputRejected(Door::roster): no regular file, another kind of file, wrong encoding, broken CSV or workbook, no
/// headings; with line and column or cell.
OpenedFile open_tables(const std::filesystem::path& file, const ColumnNames& names);

}  // namespace disburse
