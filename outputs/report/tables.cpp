#include "outputs/report/tables.hpp"

#include "outputs/text/csv_table.hpp"

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

std::string alignment(const Exhibit& exhibit) {
  std::string row = "|";
  for (const ExhibitColumn& column : exhibit.columns) row += is_figure(column.type) ? " ---: |" : " --- |";
  return row + "\n";
}

std::vector<std::string> headings_of(const Exhibit& exhibit) {
  std::vector<std::string> headings;
  for (const ExhibitColumn& column : exhibit.columns) headings.push_back(column.heading);
  return headings;
}

std::vector<std::string> texts_of(const Exhibit& exhibit, const std::vector<ExhibitCell>& row) {
  std::vector<std::string> texts;
  for (std::size_t c = 0; c < row.size(); ++c) texts.push_back(cell_text(exhibit.columns[c], row[c]));
  return texts;
}

}  // namespace

std::string exhibit_csv(const Exhibit& exhibit) {
  CsvTable table = CsvTable::of_headings(headings_of(exhibit));
  for (const auto& row : exhibit.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string* text = std::get_if<std::string>(&row[c].value);
      if (const auto number = cell_number(exhibit.columns[c], row[c])) {
        table.number(number);
      } else {
        const bool hidden = std::holds_alternative<HiddenCount>(row[c].value);
        table.text(text != nullptr ? *text : hidden ? "*" : "");
      }
    }
    table.end_row();
  }
  return table.bytes();
}

std::string report_markdown(const ReportContent& content) {
  std::string text = "# " + markdown_escaped(content.title) + "\n\n" + markdown_escaped(content.subtitle) + "\n\n";
  if (!content.verdict.empty()) text += "**" + markdown_escaped(content.verdict) + "**\n\n";
  for (const std::string& point : content.points) text += "- " + markdown_escaped(point) + "\n";
  if (!content.points.empty()) text += "\n";
  for (const Headline& one : content.headlines) {
    text += "- " + markdown_escaped(one.name()) + ": **" + markdown_escaped(one.text()) + "**" +
            (one.note.empty() ? "" : " (" + markdown_escaped(one.note) + ")") + "\n";
  }
  for (const Exhibit& exhibit : content.exhibits) {
    text += "\n## " + markdown_escaped(exhibit.title) +
            (exhibit.unit.empty() ? "" : " (" + markdown_escaped(exhibit.unit) + ")") + "\n\n";
    if (!exhibit.note.empty()) text += markdown_escaped(exhibit.note) + "\n\n";
    text += markdown_row(headings_of(exhibit)) + alignment(exhibit);
    for (const auto& row : exhibit.rows) text += markdown_row(texts_of(exhibit, row));
  }
  return text;
}

}  // namespace disburse
