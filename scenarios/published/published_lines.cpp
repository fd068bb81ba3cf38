#include "scenarios/published/published_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include "engine/confined/foreign_workbook.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_encoding.hpp"
#include "scenarios/published/draft_document.hpp"
#include "scenarios/published/published_words.hpp"
#include "scenarios/published/word_document.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<PublishedLine>;

constexpr std::size_t largest_document = std::size_t{64} << 20;

[[noreturn]] void refuse(const fs::path& file, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({file.string(), 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::data, std::move(errors));
}

/// Without spaces and line ends, which printing puts anywhere.
std::string closed_up(std::string_view text) {
  std::string word;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with("\u3000") || text.substr(i).starts_with("\u00a0")) {
      i += text.substr(i).starts_with("\u3000") ? std::size_t{3} : std::size_t{2};
    } else if (std::string_view(" \t\r\n\f").find(text[i]) != std::string_view::npos) {
      ++i;
    } else {
      word += text[i++];
    }
  }
  return word;
}

/// Characters of a font's own (U+E000 to U+F8FF), as ticks in boxes are: no other machine shows them.
bool is_private(std::string_view text) {
  if (text.size() < 3) return false;
  const auto first = static_cast<unsigned char>(text[0]), second = static_cast<unsigned char>(text[1]);
  constexpr unsigned char ee = 0xEE, ef = 0xEF, beyond = 0xA4;
  return first == ee || (first == ef && second < beyond);
}

PublishedLine words_of(std::string_view text, const std::string& file, int number) {
  PublishedLine line{{}, false, {file, number, 0}};
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) line.words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u3000") || is_private(text.substr(i))) {
      if (!is_private(text.substr(i))) end_word();
      i += 2;
    } else if (std::string_view(" \t\r\f").find(text[i]) != std::string_view::npos) {
      end_word();
    } else {
      word += text[i];
    }
  }
  end_word();
  return line;
}

Lines lines_of_text(const std::string& text, const std::string& file) {
  Lines lines;
  int number = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    PublishedLine line = words_of(std::string_view(text).substr(begin, end - begin), file, ++number);
    if (!line.words.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

/// A row of a table without what is blank at its end; one that shows how a workbook is filled in is none.
void add_row(Lines& lines, std::vector<std::string> cells, const std::string& file, int number) {
  constexpr std::string_view example = "示例：";
  if (!cells.empty() && cells.front().starts_with(example)) return;
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  if (!cells.empty()) lines.push_back({std::move(cells), true, {file, number, 0}});
}

/// A sum that a workbook computed may be off by the last digits of its binary number: 962.1799999 is 962.18.
std::string text_of(const SheetCell& cell) {
  if (cell.kind == CellKind::error) return "";
  const std::string shown = closed_up(cell.shown());
  const std::size_t point = shown.find('.');
  constexpr std::size_t most_decimals = 6;  // a fen in 万元
  constexpr double cent = 100.0, noise = 1e-5;
  const double nearest = std::round(cell.number * cent) / cent;
  const bool noisy = cell.kind == CellKind::number && point != std::string::npos &&
                     shown.size() - point - 1 > most_decimals && std::abs(cell.number - nearest) < noise;
  return noisy ? fmt::format("{:.2f}", nearest) : shown;
}

Lines lines_of_sheets(const Spreadsheet& book) {
  Lines lines;
  for (const Sheet& sheet : book.sheets) {
    std::vector<std::string> cells;
    std::size_t row = 0;
    const auto end_row = [&] {
      add_row(lines, std::move(cells), book.file + "[" + sheet.name + "]", static_cast<int>(row) + 1);
      cells.clear();
    };
    if (!sheet.name.empty()) lines.push_back({{closed_up(sheet.name)}, false, {book.file, 0, 0}});
    for (const SheetCell& cell : sheet.cells) {
      if (cell.row != row) end_row();
      row = cell.row;
      cells.resize(cell.column + 1);
      cells.back() = text_of(cell);
    }
    end_row();
  }
  return lines;
}

Lines lines_of_csv(const std::string& text, const std::string& file) {
  Lines lines;
  CsvReader reader(text, CsvReader::separator_of(text));
  std::vector<std::string_view> fields;
  try {
    while (reader.next(fields)) {
      std::vector<std::string> cells;
      for (const std::string_view field : fields) cells.push_back(closed_up(field));
      add_row(lines, std::move(cells), file, static_cast<int>(reader.line()));
    }
  } catch (const CsvBroken& broken) {
    refuse(file, broken.message(), "the table cannot be told apart from here on"_m, "Save it again as CSV or xlsx"_m);
  }
  return lines;
}

/// As a shell takes a word whatever it holds.
std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string text_of_pdf(const fs::path& file) {
  struct Close {
    void operator()(FILE* pipe) const { pclose(pipe); }
  };
  const std::string command =
      "pdftotext -layout -enc UTF-8 -- " + quoted(fs::absolute(file).string()) + " - 2>/dev/null";
  const std::unique_ptr<FILE, Close> pipe(popen(command.c_str(), "r"));
  std::string text;
  std::array<char, 1 << 14> piece{};
  for (std::size_t got = 0; pipe && (got = fread(piece.data(), 1, piece.size(), pipe.get())) > 0;) {
    text.append(piece.data(), got);
    if (text.size() > largest_document) break;
  }
  if (closed_up(text).empty()) {
    refuse(file, "no text could be taken out of it"_m,
           "pages that were scanned hold pictures alone, and pdftotext must be installed"_m,
           "Install poppler-utils, or save the document as txt, docx or xlsx"_m);
  }
  return text;
}

[[noreturn]] void refuse_encoding(const fs::path& file, const NotText& problem) {
  refuse(file, problem.message(), "a document is text, a workbook, a web page, Word or PDF"_m,
         "Save it as txt, docx, xlsx, csv, html or pdf"_m);
}

std::string decoded(const fs::path& file, const std::string& bytes) {
  try {
    return decode(bytes).text;
  } catch (const NotText& problem) {
    refuse_encoding(file, problem);
  }
}

ForeignTables tables_of(const fs::path& file, const std::string& name, const std::string& bytes) {
  try {
    return read_foreign_tables({file, name, bytes}, Door::data);
  } catch (const NotText& problem) {
    refuse_encoding(file, problem);
  }
}

std::string small_extension(const fs::path& file) {
  std::string kind = file.extension().string();
  std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char c) { return std::tolower(c); });
  return kind;
}

}  // namespace

std::string PublishedLine::joined() const {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

namespace {

Lines lines_of_file(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::string bytes = read_input(file, largest_document, Door::data);
  const ForeignTables tables = tables_of(file, name, bytes);
  Lines lines;
  switch (tables.kind) {
    case FileKind::pdf: return lines_of_text(text_of_pdf(file), name);
    case FileKind::word_document: lines = read_word_lines(bytes, name); break;
    case FileKind::text: {
      const std::string text = decoded(file, bytes);
      if (auto draft = read_draft_lines(text, name)) return *draft;
      lines = small_extension(file) == ".csv" ? lines_of_csv(text, name) : lines_of_text(text, name);
      break;
    }
    default:
      if (!tables.book) reject_foreign_kind(name, tables.kind, Door::data);
      lines = lines_of_sheets(*tables.book);
  }
  if (lines.empty()) refuse(file, "it holds no text"_m, "nothing can be read of it"_m, "Name the published document"_m);
  return lines;
}

}  // namespace

Lines read_published_lines(const fs::path& file) {
  Lines lines = lines_of_file(file);
  for (PublishedLine& line : lines) {
    for (std::string& word : line.words) word = year_in_digits(half_width(word));
  }
  return lines;
}

}  // namespace disburse
