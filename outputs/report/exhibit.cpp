#include "outputs/report/exhibit.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/error.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

bool is_code(const std::string& text) {
  return text.empty() || text == "无" || text.find_first_not_of("0123456789") == std::string::npos;
}

/// `text` as a plain decimal number; empty where any of it is something else.
std::optional<double> plain_number(const std::string& text) {
  double number = 0.0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (error != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string figure_text(const ExhibitColumn& column, double number) {
  if (column.type == ColumnType::rate) {
    const std::string text = percent_text(number, column.decimals);
    return column.difference && number > 0.0 ? "+" + text : text;
  }
  return column.difference ? signed_count_text(number, column.decimals) : count_text(number, column.decimals);
}

}  // namespace

const char* to_string(ColumnType type) {
  switch (type) {
    case ColumnType::text: return "text";
    case ColumnType::name: return "name";
    case ColumnType::code: return "code";
    case ColumnType::month: return "month";
    case ColumnType::day: return "day";
    case ColumnType::value: return "value";
    case ColumnType::money: return "money";
    case ColumnType::rate: return "rate";
    case ColumnType::count: return "count";
  }
  return "";
}

ExhibitColumn text_column(std::string heading) { return {std::move(heading), ColumnType::text, 0, false, ""}; }
ExhibitColumn name_column(std::string heading) { return {std::move(heading), ColumnType::name, 0, false, ""}; }
ExhibitColumn money_column(std::string heading) { return {std::move(heading), ColumnType::money, 2, false, "-"}; }
ExhibitColumn difference_column(std::string heading) { return {std::move(heading), ColumnType::money, 2, true, "-"}; }
ExhibitColumn rate_column(std::string heading, int decimals) {
  return {std::move(heading), ColumnType::rate, decimals, false, "-"};
}
ExhibitColumn count_column(std::string heading, int decimals) {
  return {std::move(heading), ColumnType::count, decimals, false, "-"};
}

ExhibitCell::ExhibitCell(double number) {
  if (std::isnan(number)) {
    value = HiddenCount{};
  } else {
    value = number;
  }
}

void Exhibit::add(std::vector<ExhibitCell> row) {
  EXPECT(row.size() == columns.size());
  for (std::size_t c = 0; c < row.size(); ++c) EXPECT(fits(columns[c], row[c]));
  rows.push_back(std::move(row));
}

bool fits(const ExhibitColumn& column, const ExhibitCell& cell) {
  if (std::holds_alternative<std::monostate>(cell.value)) return true;
  const std::string* text = std::get_if<std::string>(&cell.value);
  switch (column.type) {
    case ColumnType::text:
    case ColumnType::name:
    case ColumnType::value: return text != nullptr;
    case ColumnType::code: return text != nullptr && is_code(*text);
    case ColumnType::month: return text != nullptr && Month::parse(*text).has_value();
    case ColumnType::day: return text != nullptr && Date::parse(*text).has_value();
    case ColumnType::money: return std::holds_alternative<Money>(cell.value);
    case ColumnType::rate: return std::holds_alternative<double>(cell.value);
    case ColumnType::count:
      return std::holds_alternative<double>(cell.value) || std::holds_alternative<HiddenCount>(cell.value);
  }
  return false;
}

bool is_figure(ColumnType type) {
  return type == ColumnType::money || type == ColumnType::rate || type == ColumnType::count ||
         type == ColumnType::value;
}

std::string cell_text(const ExhibitColumn& column, const ExhibitCell& cell) {
  const std::string mark = cell.differs ? "≠ " : "";
  if (const auto* text = std::get_if<std::string>(&cell.value)) return mark + *text;
  if (const auto* amount = std::get_if<Money>(&cell.value))
    return mark + (column.difference ? signed_wan_text(*amount) : wan_text(*amount));
  if (const auto* number = std::get_if<double>(&cell.value)) return mark + figure_text(column, *number);
  return std::holds_alternative<HiddenCount>(cell.value) ? "*" : column.none;
}

std::optional<double> cell_number(const ExhibitColumn& column, const ExhibitCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value))
    return column.type == ColumnType::value ? plain_number(*text) : std::nullopt;
  if (!std::holds_alternative<Money>(cell.value) && !std::holds_alternative<double>(cell.value)) return std::nullopt;
  ExhibitCell unmarked = cell;
  unmarked.differs = false;
  std::string shown = cell_text(column, unmarked);
  std::erase_if(shown, [](char c) { return c == ',' || c == '+' || c == '%'; });
  const std::optional<double> number = plain_number(shown);
  if (!number || column.type != ColumnType::rate) return number;
  const double steps = std::pow(10.0, column.decimals);  // by whole numbers, so that 96.9 % is 0.969 and no neighbour
  return std::round(*number * steps) / (steps * 100.0);
}

}  // namespace disburse
