// Laws of the texts that leave the program: tables that line up, cells that come back whole, words for a shell.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "engine/app/options/shell_words.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/office/table_workbook.hpp"
#include "outputs/text/csv_table.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

/// Words as they occur in what offices hand in: Chinese and Latin letters, digits, marks that formats give a meaning.
std::string any_text(int most = 12) {
  static const std::vector<std::string> pieces{"甲", "养老金", "（", "）", "，", "a", "Z", "0", "9", " ",
                                               ",",  "\"",     "'",  "=",  "+",  "-", "@", ";", ".", "%",
                                               "&",  "<",      ">",  "$",  "\\", "*", "|", "/"};
  std::string text;
  const int count = *rc::gen::inRange(0, most);
  for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(pieces);
  return text;
}

/// Whether `text` is whole UTF-8: every first byte has its followers.
bool is_whole(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first >= 0x80 && first < 0xC0) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if (at + i >= text.size() || (static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return false;
    }
    at += length;
  }
  return true;
}

RC_GTEST_PROP(TextLaws, a_clipped_text_fits_and_is_whole, ()) {
  const std::string text = any_text(30);
  const int width = *rc::gen::inRange(2, 40);
  const std::string cut = clipped(text, width);
  RC_ASSERT(display_width(cut) <= width);
  RC_ASSERT(is_whole(cut));
  if (display_width(text) <= width) RC_ASSERT(cut == text);
}

RC_GTEST_PROP(TextLaws, a_padded_text_has_its_width_and_its_words, ()) {
  const std::string text = any_text();
  const int width = *rc::gen::inRange(0, 60);
  for (const Align align : {Align::left, Align::right}) {
    const std::string wide = padded(text, width, align);
    RC_ASSERT(display_width(wide) == std::max(width, display_width(text)));
    RC_ASSERT((align == Align::left ? wide.starts_with(text) : wide.ends_with(text)));
  }
}

RC_GTEST_PROP(TextLaws, wrapped_lines_lose_nothing_but_blanks, ()) {
  const std::string text = any_text(40);
  std::string kept;
  for (const std::string& line : wrapped(text, *rc::gen::inRange(4, 30))) {
    RC_ASSERT(is_whole(line));
    kept += line;
  }
  std::string wanted = text;
  std::erase(kept, ' ');
  std::erase(wanted, ' ');
  RC_ASSERT(kept == wanted);
}

RC_GTEST_PROP(TextLaws, every_line_of_a_table_is_as_wide_as_the_others, ()) {
  TextTable table({{any_text(), Align::left}, {any_text(), Align::right}, {any_text(), Align::left}});
  const int rows = *rc::gen::inRange(0, 5);
  for (int i = 0; i < rows; ++i) table.row({any_text(), any_text(), any_text()});
  table.total({any_text(), any_text(), any_text()});
  std::istringstream lines(table.text());
  int width = -1;
  for (std::string line; std::getline(lines, line);) {
    if (width < 0) width = display_width(line);
    RC_ASSERT(display_width(line) == width);
  }
}

/// But for the mark that keeps a spreadsheet from taking a text for a formula.
RC_GTEST_PROP(TextLaws, csv_gives_its_cells_back, ()) {
  const std::vector<std::string> cells{any_text(), any_text(), "z" + any_text()};
  CsvTable table = CsvTable::of_headings({"a", "b", "c"});
  for (const std::string& cell : cells) table.text(cell);
  table.end_row();
  const std::string bytes = table.bytes().substr(3);  // without the byte order mark
  CsvReader reader(bytes, ',');
  std::vector<std::string_view> fields;
  RC_ASSERT(reader.next(fields));
  RC_ASSERT(reader.next(fields));
  RC_ASSERT(fields.size() == cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool guarded = !cells[i].empty() && std::string("=+-@").find(cells[i][0]) != std::string::npos;
    RC_ASSERT(std::string(fields[i]) == (guarded ? "'" : "") + cells[i]);
  }
  RC_ASSERT(!reader.next(fields));
}

RC_GTEST_PROP(TextLaws, a_workbook_gives_its_texts_back, ()) {
  RC_PRE(*rc::gen::inRange(0, 5) == 0);  // a fifth of the cases: each writes a file
  const std::vector<std::string> cells{"x" + any_text(), "y" + any_text()};
  const Spreadsheet book = written_book([&](const auto& scratch) {
    return table_workbook(scratch, "表", {"甲", "乙"}, {cells}, 0, {});
  });
  for (std::size_t i = 0; i < cells.size(); ++i) {
    RC_ASSERT(text_at(book.sheets.at(0), 2, i) == cells[i]);
    RC_ASSERT(book.sheets.at(0).at(2, i)->kind == CellKind::text);
  }
}

/// As a shell reads words: quotes and backslashes give up what they guard.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      open = false;
      ++at;
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    if (line[at] == '\'') {
      const std::size_t end = line.find('\'', at + 1);
      words.back() += line.substr(at + 1, end - at - 1);
      at = end + 1;
    } else if (line[at] == '\\') {
      words.back() += line[at + 1];
      at += 2;
    } else {
      words.back() += line[at++];
    }
  }
  return words;
}

RC_GTEST_PROP(TextLaws, a_shell_reads_the_words_that_were_meant, ()) {
  const std::vector<std::string> words{"disburse", any_text(), any_text()};
  const std::vector<std::string> read = words_of(shell_line(words));
  RC_ASSERT(read == words);
}

}  // namespace
}  // namespace disburse
