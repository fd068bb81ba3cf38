#include "outputs/text/csv_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::string in_quotes(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

}  // namespace

CsvTable::CsvTable(const std::vector<CsvColumn>& columns) : CsvTable(columns.size()) {
  for (const CsvColumn& column : columns) field(in_quotes(column.title + "[" + column.key + "]"));
  end_row();
}

CsvTable CsvTable::of_headings(const std::vector<std::string>& headings) {
  CsvTable table(headings.size());
  for (const std::string& heading : headings) table.text(heading);
  table.end_row();
  return table;
}

void CsvTable::field(std::string_view content) {
  EXPECT(filled_ < columns_);
  if (filled_++ != 0) bytes_ += ',';
  bytes_ += content;
}

CsvTable& CsvTable::text(std::string_view value) {
  field(in_quotes(looks_like_formula(value) ? "'" + std::string(value) : std::string(value)));
  return *this;
}

CsvTable& CsvTable::money(const std::optional<Money>& amount) {
  field(amount ? yuan_text(*amount) : "");
  return *this;
}

CsvTable& CsvTable::number(const std::optional<double>& value) {
  field(value && !std::isnan(*value) ? fmt::format("{}", *value) : "");
  return *this;
}

CsvTable& CsvTable::integer(std::int64_t value) {
  field(std::to_string(value));
  return *this;
}

void CsvTable::end_row() {
  EXPECT(filled_ == columns_);
  filled_ = 0;
  bytes_ += "\r\n";
}

const std::string& CsvTable::bytes() const {
  EXPECT(filled_ == 0);
  return bytes_;
}

}  // namespace disburse
