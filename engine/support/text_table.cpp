#include "engine/support/text_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/base/error.hpp"

namespace disburse {

std::string toned(const std::string& text, Tone tone, Colour colour) {
  if (colour == Colour::off || tone == Tone::plain || text.empty()) return text;
  return (tone == Tone::red ? "\x1b[31m" : "\x1b[1m") + text + "\x1b[0m";
}

TextTable::TextTable(std::vector<Column> columns, int gap) : columns_(std::move(columns)), gap_(gap) {
  EXPECT(!columns_.empty());
}

void TextTable::row(std::vector<Cell> cells) {
  EXPECT(cells.size() == columns_.size());
  for (Cell& cell : cells) cell.text = printable(cell.text);
  lines_.push_back({Part::row, std::move(cells), {}});
}

void TextTable::rule() { lines_.push_back({Part::rule, {}, {}}); }

void TextTable::total(std::vector<Cell> cells) {
  rule();
  for (Cell& cell : cells) {
    if (cell.tone == Tone::plain) cell.tone = Tone::bold;
  }
  row(std::move(cells));
}

void TextTable::note(const std::string& text) { lines_.push_back({Part::note, {}, printable(text)}); }

std::vector<int> TextTable::widths() const {
  std::vector<int> width;
  for (const Column& column : columns_) width.push_back(display_width(column.title));
  for (const Line& line : lines_) {
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
      width[i] = std::max(width[i], display_width(line.cells[i].text));
    }
  }
  return width;
}

std::string TextTable::line_text(const std::vector<Cell>& cells, const std::vector<int>& width, Colour colour) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line.append(static_cast<std::size_t>(gap_), ' ');
    line += toned(padded(cells[i].text, width[i], columns_[i].align), cells[i].tone, colour);
  }
  return line + "\n";
}

std::string TextTable::text(Colour colour) const {
  const std::vector<int> width = widths();
  const int gaps = gap_ * (static_cast<int>(columns_.size()) - 1);
  const std::string ruled =
      std::string(static_cast<std::size_t>(std::accumulate(width.begin(), width.end(), gaps)), '-') + "\n";
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.emplace_back(column.title, Tone::bold);
  std::string result = ruled + line_text(titles, width, colour) + ruled;
  for (const Line& line : lines_) {
    switch (line.part) {
      case Part::row: result += line_text(line.cells, width, colour); break;
      case Part::rule: result += ruled; break;
      case Part::note: result += line.note + "\n"; break;
    }
  }
  return result + ruled;
}

}  // namespace disburse
