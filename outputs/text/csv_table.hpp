#pragma once
// One CSV file for spreadsheets: UTF-8 with byte order mark, CRLF, and no text that a spreadsheet would run
// as a formula.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

/// A column's Chinese title and its stable English key; the header cell reads "预算（元）[budget]".
struct CsvColumn {
  std::string title;
  std::string key;
};

class CsvTable {
 public:
  explicit CsvTable(const std::vector<CsvColumn>& columns);
  /// Columns that have no key: the header is the headings.
  static CsvTable of_headings(const std::vector<std::string>& headings);

  /// Text that begins with = + - @, a tab, a carriage return or a line feed gets an apostrophe in front.
  CsvTable& text(std::string_view value);
  /// In yuan with two decimals, empty when there is none. Numbers are never guarded.
  CsvTable& money(const std::optional<Money>& amount);
  /// Shortest decimal that reads back to the same double, empty when there is none.
  CsvTable& number(const std::optional<double>& value);
  CsvTable& integer(std::int64_t value);
  void end_row();

  /// The bytes so far. Every row must have ended.
  const std::string& bytes() const;

 private:
  explicit CsvTable(std::size_t columns) : columns_(columns), bytes_("\xEF\xBB\xBF") {}
  void field(std::string_view content);

  std::size_t columns_;
  std::size_t filled_ = 0;
  std::string bytes_;
};

}  // namespace disburse
