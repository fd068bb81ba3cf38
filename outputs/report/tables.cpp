#include "outputs/report/tables.hpp"

#include <charconv>
#include <cmath>

#include "outputs/writers/csv_table.hpp"

namespace disburse {
namespace {

std::string markdown_escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '\\':
      case '|':
      case '*':
      case '_':
      case '`':
      case '[':
      case ']':
      case '#': result += '\\'; break;
      default: break;
    }
    if (c == '<') {
      result += "&lt;";
    } else if (c == '\n' || c == '\r') {
      result += ' ';
    } else {
      result += c;
    }
  }
  return result;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + markdown_escaped(cell) + " |";
  return row + "\n";
}

/// Columns whose every cell is a number or a dash stand to the right.
std::string alignment(const Exhibit& exhibit) {
  std::string row = "|";
  for (std::size_t c = 0; c < exhibit.headings.size(); ++c) {
    bool numbers = c > 0 && !exhibit.rows.empty();
    for (const auto& cells : exhibit.rows)
      numbers = numbers && (cells[c].empty() || cells[c] == "-" || cells[c] == "*" || number_cell(cells[c]));
    row += numbers ? " ---: |" : " --- |";
  }
  return row + "\n";
}

}  // namespace

std::optional<NumberCell> number_cell(const std::string& text) {
  constexpr std::string_view differs = "≠ ";
  std::string digits = text.starts_with(differs) ? text.substr(differs.size()) : text;
  NumberCell cell;
  // Counts are grouped; a long row of digits is a code, a seed, a year.
  constexpr std::size_t longest_plain = 3;
  const bool plain = digits.find_first_not_of("0123456789") == std::string::npos;
  if (plain && digits.size() > longest_plain) return std::nullopt;
  if (digits.ends_with('%')) {
    cell.percent = true;
    digits.pop_back();
  }
  std::erase(digits, ',');
  if (digits.starts_with('+')) digits.erase(0, 1);
  constexpr std::size_t longest = 20;
  if (digits.size() > longest || digits.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, cell.value, std::chars_format::fixed);
  if (error != std::errc{} || stop != end) return std::nullopt;
  const auto point = digits.find('.');
  cell.decimals = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  if (cell.percent) {  // by whole numbers, so that 96.9% is 0.969 and not a neighbour of it
    const double steps = std::pow(10.0, cell.decimals);
    cell.value = std::round(cell.value * steps) / (steps * 100.0);
  }
  return cell;
}

std::string exhibit_csv(const Exhibit& exhibit) {
  CsvTable table = CsvTable::of_headings(exhibit.headings);
  for (const auto& cells : exhibit.rows) {
    for (const std::string& cell : cells) {
      if (const auto number = number_cell(cell)) {
        table.number(number->value);
      } else {
        table.text(cell == "-" ? "" : cell);
      }
    }
    table.end_row();
  }
  return table.bytes();
}

std::string report_markdown(const ReportContent& content) {
  std::string text = "# " + markdown_escaped(content.title) + "\n\n" + markdown_escaped(content.subtitle) + "\n\n";
  for (const Headline& one : content.headlines) {
    text += "- " + markdown_escaped(one.name) + ": **" + markdown_escaped(one.value) + "**" +
            (one.note.empty() ? "" : " (" + markdown_escaped(one.note) + ")") + "\n";
  }
  for (const Exhibit& exhibit : content.exhibits) {
    text += "\n## " + markdown_escaped(exhibit.title) +
            (exhibit.unit.empty() ? "" : " (" + markdown_escaped(exhibit.unit) + ")") + "\n\n";
    if (!exhibit.note.empty()) text += markdown_escaped(exhibit.note) + "\n\n";
    text += markdown_row(exhibit.headings) + alignment(exhibit);
    for (const auto& cells : exhibit.rows) text += markdown_row(cells);
  }
  return text;
}

}  // namespace disburse
