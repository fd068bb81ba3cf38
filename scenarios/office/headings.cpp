#include "scenarios/office/headings.hpp"

#include <algorithm>
#include <array>

#include "scenarios/office/cleaned.hpp"

namespace disburse {
namespace {

constexpr std::size_t title_rows = 50;
constexpr int rows_of_sub_headings = 2;

using Texts = std::vector<std::string>;

Texts texts_of(const OfficeRow& row) {
  Texts texts;
  for (const OfficeCell& cell : row.cells) texts.push_back(cleaned(cell.text));
  return texts;
}

std::string text_at(const Texts& texts, std::size_t column) { return column < texts.size() ? texts[column] : ""; }

bool are_headings(const Texts& texts, const ColumnNames& names) {
  return std::count_if(texts.begin(), texts.end(),
                       [&](const std::string& text) { return names.field_of(text).has_value(); }) >= 2;
}

/// "（元）", "万元", "年月": a row of units below the headings.
bool is_unit(const std::string& text) {
  constexpr std::array units{"", "元", "百元", "千元", "万元", "年", "月", "年月", "元/月", "个月"};
  const std::string bare = bare_heading(text);
  return std::any_of(units.begin(), units.end(), [&](const char* unit) { return bare == unit; });
}

/// Whether a row refines the headings above it: it holds words only, at least one of them a known heading, a sum or a
/// unit, and none in the column of identity numbers but that column's own heading.
bool refines(const Texts& above, const Texts& below, const ColumnNames& names) {
  int known = 0;
  int words = 0;
  for (std::size_t c = 0; c < below.size(); ++c) {
    const std::string& text = below[c];
    if (text.empty() || text == text_at(above, c)) continue;
    ++words;
    if (text.find_first_of("0123456789") != std::string::npos && text.find("月") == std::string::npos) return false;
    if (names.field_of(text_at(above, c)) == Field::identity) return false;
    known += names.field_of(text) || names_a_sum(text) || is_unit(text) ? 1 : 0;
  }
  return known >= 1 && 2 * known >= words;
}

/// Headings that stand over several columns, for each of these.
Texts spread(Texts above, const Texts& below) {
  for (std::size_t c = 1; c < below.size(); ++c) {
    if (c >= above.size()) above.resize(c + 1);
    if (above[c].empty() && !below[c].empty()) above[c] = above[c - 1];
  }
  return above;
}

/// Of a heading and the one below it, what names the field.
std::string refined(const std::string& above, const std::string& below, const ColumnNames& names) {
  if (below.empty() || below == above) return above;
  if (names.field_of(below)) return below;
  if (names_a_sum(below) || is_unit(below)) return above;
  if (names.field_of(above + below)) return above + below;
  return above + "/" + below;
}

}  // namespace

bool names_a_sum(std::string_view cleaned_text) {
  const std::string text = without_blanks(cleaned_text);
  constexpr std::array words{"合计", "小计", "总计", "共计", "累计", "本页小计", "本页合计", "本表合计", "计"};
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text == word || (word != "计" && text.starts_with(word)); });
}

bool find_headings(OfficeTable& table, const ColumnNames& names) {
  OfficeRow row;
  table.start();
  table.rows_before_ = 0;
  Texts headings;
  for (std::size_t i = 0; headings.empty(); ++i) {
    if (i == title_rows || !table.read_next(row)) return false;
    ++table.rows_before_;
    Texts texts = texts_of(row);
    if (are_headings(texts, names)) {
      headings = std::move(texts);
      table.heading_row = row.number;
      continue;
    }
    for (const std::string& text : texts) {
      if (const auto unit = unit_in_title(text)) table.title_unit = unit;
    }
  }
  std::vector<std::optional<ColumnUnit>> units;
  for (const std::string& heading : headings) units.push_back(unit_in_heading(heading));
  for (int i = 0; i < rows_of_sub_headings && table.read_next(row); ++i) {
    const Texts below = texts_of(row);
    if (!refines(headings, below, names)) break;
    ++table.rows_before_;
    headings = spread(std::move(headings), below);
    units.resize(headings.size());
    for (std::size_t c = 0; c < headings.size(); ++c) {
      const std::string& refinement = text_at(below, c);
      const auto own = unit_in_heading(is_unit(refinement) ? "（" + refinement + "）" : refinement);
      units[c] = own ? own : units[c] ? units[c] : unit_in_heading(headings[c]);
      headings[c] = refined(headings[c], text_at(below, c), names);
    }
  }
  table.headings = std::move(headings);
  table.heading_units = std::move(units);
  table.rewind();
  return true;
}

}  // namespace disburse
