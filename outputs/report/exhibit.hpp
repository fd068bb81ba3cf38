#pragma once
// One exhibit of a report: its chart and its table, whose columns say what stands in them.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "outputs/report/chart.hpp"

namespace disburse {

/// What the cells of a column are; every writer formats, aligns and exports them by it.
enum class ColumnType : std::uint8_t {
  text,   ///< words
  name,   ///< of a programme, a line, an assumption
  code,   ///< of a functional or economic class: digits that are no number
  month,  ///< "2024-07"
  day,    ///< "2024-07-15"
  value,  ///< a parameter's value as its own unit writes it: "600", "4,10", "2024-07"
  money,  ///< in 万元 with two decimals
  rate,   ///< a fraction, shown in per cent
  count,  ///< persons, payments, yuan a person, indices: any other number
};

const char* to_string(ColumnType type);

struct ExhibitColumn {
  std::string heading;
  ColumnType type = ColumnType::text;
  int decimals = 0;         ///< of rates (in per cent) and counts
  bool difference = false;  ///< what is more bears a +
  std::string none = "-";   ///< where a cell holds nothing
};

ExhibitColumn text_column(std::string heading);
ExhibitColumn name_column(std::string heading);
ExhibitColumn money_column(std::string heading);
ExhibitColumn difference_column(std::string heading);
ExhibitColumn rate_column(std::string heading, int decimals = 1);
ExhibitColumn count_column(std::string heading, int decimals = 0);

/// A count that is not published (1 to 9 persons).
struct HiddenCount {};

struct ExhibitCell {
  using Value = std::variant<std::monostate, HiddenCount, std::string, Money, double>;
  Value value;
  bool differs = false;  ///< marked: not what stands beside it

  ExhibitCell() = default;
  ExhibitCell(const char* text) : value(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  ExhibitCell(std::string text) : value(std::move(text)) {}    // NOLINT(google-explicit-constructor)
  ExhibitCell(Money amount) : value(amount) {}                 // NOLINT(google-explicit-constructor)
  ExhibitCell(double number);                                  // NOLINT(google-explicit-constructor)
  ExhibitCell(Month month) : value(to_string(month)) {}        // NOLINT(google-explicit-constructor)
  template <class T>
  ExhibitCell(const std::optional<T>& one) {  // NOLINT(google-explicit-constructor)
    if (one) value = ExhibitCell(*one).value;
  }
};

struct Exhibit {
  std::string id, title, note;
  std::string unit;
  std::optional<Chart> chart;  ///< empty: a table alone
  std::vector<ExhibitColumn> columns;
  std::vector<std::vector<ExhibitCell>> rows;

  /// Errors: ProgramFault where the row has not a cell for each column, of the column's type.
  void add(std::vector<ExhibitCell> row);
};

/// Whether the column may hold the cell: money in a column of money, digits in a column of codes.
bool fits(const ExhibitColumn& column, const ExhibitCell& cell);

/// Right-aligned: amounts, numbers and values.
bool is_figure(ColumnType type);

/// As a person reads it: "1,234.56", "+3.00", "96.9%", "*" where it is hidden, column.none where nothing is.
std::string cell_text(const ExhibitColumn& column, const ExhibitCell& cell);

/// The number that cell_text shows, to be computed with: rounded as shown, a rate as a fraction. Empty where the cell
/// is no number.
std::optional<double> cell_number(const ExhibitColumn& column, const ExhibitCell& cell);

}  // namespace disburse
