#pragma once
// What a workbook says, whatever file it came from: sheets of cells with text, numbers and dates told apart.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"

namespace disburse {

/// `error` is also a formula whose value was not saved (text "#VALUE_NOT_SAVED"): nobody knows what it shows.
enum class CellKind : std::uint8_t { text, number, date, boolean, error };

/// Rows and columns count from 0.
struct SheetCell {
  std::size_t row = 0, column = 0;
  CellKind kind = CellKind::text;
  std::string text;           ///< as written: text, a number to 15 digits, "1950-01-02" of a date, TRUE, #N/A
  double number = 0.0;        ///< of a number, and the serial of a date
  bool from_formula = false;  ///< the value is what the formula gave when the file was saved
  std::int8_t decimals = -1;  ///< that the cell shows of a number; -1: as many as it has

  /// What the cell shows: "1980.10" of 1980.1 with two decimals.
  std::string shown() const;
};

/// The text of a formula whose value was not saved.
inline constexpr const char* value_not_saved = "#VALUE_NOT_SAVED";

struct MergedRange {
  std::size_t top = 0, left = 0, bottom = 0, right = 0;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetCell> cells;  ///< by row, then column; cells without content are left out
  std::vector<MergedRange> merged;
  std::vector<std::size_t> hidden_rows;  ///< that have cells
  std::vector<std::size_t> hidden_columns;

  /// The cell, or nothing where it is empty.
  const SheetCell* at(std::size_t row, std::size_t column) const;
  /// One more than the last row that has a cell.
  std::size_t rows() const { return cells.empty() ? 0 : cells.back().row + 1; }
};

struct Spreadsheet {
  std::string file;
  std::vector<Sheet> sheets;
};

/// "B3" of row 2, column 1.
std::string cell_name(std::size_t row, std::size_t column);
/// The row and column of "B3"; empty when it is none.
struct CellAddress {
  std::size_t row = 0, column = 0;
};
std::optional<CellAddress> parse_cell_name(std::string_view name);

/// The day of a serial number in Excel's 1900 (or 1904) system; empty outside 1900 to 9999. Serial 60 of the 1900
/// system is a day that never was (1900-02-29) and is empty too.
std::optional<Date> date_of_serial(double serial, bool system_1904);

}  // namespace disburse
