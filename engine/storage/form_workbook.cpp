#include "engine/storage/form_workbook.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/confined/foreign_workbook.hpp"

namespace disburse {
namespace {

constexpr std::size_t title_rows = 10;

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    constexpr unsigned char first_printable = 0x20;
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < first_printable) {
      result += ' ';
    } else {
      result += c;
    }
  }
  return result + "\"";
}

/// U+FF01 to U+FF5E are the ASCII characters in full width.
std::string in_plain_width(std::string_view text) {
  constexpr std::size_t width = 3;
  constexpr unsigned char low_page = 0xBC, high_page = 0xBD, first = 0x81, last = 0x9E, page = 0x40;
  std::string plain;
  while (!text.empty()) {
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const bool wide = at(0) == 0xEFU;
    if (wide && at(1) == low_page && at(2) >= first) {
      plain += static_cast<char>(at(2) - first + '!');
    } else if (wide && at(1) == high_page && at(2) <= last) {
      plain += static_cast<char>(at(2) - first + '!' + page);
    } else {
      plain += text.front();
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(width);
  }
  return plain;
}

/// A number, a code, a day or a range, in plain digits; what says more than that stays as it is.
std::string plain_number(const std::string& text) {
  std::string plain = in_plain_width(text);
  if (plain.empty() || plain.find_first_not_of("0123456789+-.,/:% ~") != std::string::npos) return text;
  const std::size_t sign = plain.starts_with('-') ? 1 : 0, point = std::min(plain.find('.'), plain.size());
  const std::size_t first = plain.find(',');
  bool grouped =
      first != std::string::npos && first > sign && first - sign <= 3 && plain.find(',', point) == std::string::npos;
  constexpr std::size_t group = 4;  // a comma and three digits
  for (std::size_t at = first; grouped && at < point; at += group) grouped = plain[at] == ',' && at + group <= point;
  if (grouped) std::erase(plain, ',');
  return plain;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Characters of UTF-8, as a parser counts columns.
int characters(std::string_view text) {
  constexpr unsigned char mask = 0xC0, follows = 0x80;
  return static_cast<int>(std::count_if(text.begin(), text.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & mask) != follows; }));
}

/// Takes text line by line and remembers from which cells it was made.
class Writer {
 public:
  explicit Writer(FormText& text) : text_(text) {}
  void add(const std::string& more) {
    text_.toml += more;
    for (std::size_t at = more.find('\n'); at != std::string::npos; at = more.find('\n', at + 1)) {
      ++line_;
      begun_ = text_.toml.size() - (more.size() - at - 1);
    }
  }
  /// What follows was made from a cell.
  void mark(const Place& place, const FormColumn* column) {
    const int at = characters(std::string_view(text_.toml).substr(begun_)) + 1;
    text_.cells.push_back({line_, at, place.file, column == nullptr ? "" : column->key,
                           column == nullptr ? "" : column->heading,
                           column == nullptr ? decltype(column->words)() : column->words});
  }

 private:
  FormText& text_;
  int line_ = 1;
  std::size_t begun_ = 0;
};

/// A cell of a row that has a value.
struct FilledCell {
  const FormColumn* column;
  std::string value;  ///< as TOML
  friend bool operator==(const FilledCell&, const FilledCell&) = default;
};

class SheetReader {
 public:
  SheetReader(const std::string& file, const Sheet& sheet, const FormSheet& form, Writer& writer, InputErrors& errors)
      : file_(file), sheet_(sheet), form_(form), writer_(writer), errors_(errors) {}

  void read() {
    const auto heading = find_headings();
    if (!heading) {
      errors_.add({file_ + "[" + sheet_.name + "]", 0, 0}, form_.columns.front().heading,
                  "no row of the first ten has the headings of this sheet"_m, "columns are found by them"_m,
                  "Start from disburse template, and keep its headings"_m);
      return;
    }
    std::vector<FilledCell> before;
    for (std::size_t row = *heading + 1; row < sheet_.rows(); ++row) {
      if (!is_filled(row)) continue;
      const std::vector<FilledCell> own = cells_of(row, form_.columns);
      if (form_.inner.empty()) {
        begin(row, own);
        continue;
      }
      if (!open_ || own != before) {
        close();
        begin(row, own);
        writer_.add(form_.inner + " = [\n");
      }
      open_ = true;
      before = own;
      inner(row);
    }
    close();
  }

 private:
  void close() {
    if (open_) writer_.add("]\n");
    open_ = false;
  }

  std::optional<std::size_t> find_headings() {
    for (std::size_t row = 0; row < std::min(title_rows, sheet_.rows()); ++row) {
      columns_.clear();
      for (const SheetCell& cell : sheet_.cells) {
        if (cell.row == row) columns_.emplace(trimmed(cell.text), cell.column);
      }
      const auto all_there = [&](const std::vector<FormColumn>& columns) {
        return std::all_of(columns.begin(), columns.end(), [&](const FormColumn& one) {
          return one.key.empty() || one.optional || columns_.contains(one.heading);
        });
      };
      if (all_there(form_.columns) && all_there(form_.inner_columns)) return row;
    }
    return std::nullopt;
  }

  std::string text(std::size_t row, const std::string& heading) {
    const auto found = columns_.find(heading);
    const SheetCell* cell = found == columns_.end() ? nullptr : sheet_.at(row, found->second);
    if (cell == nullptr) return "";
    if (cell->kind == CellKind::error) {
      errors_.add(place(row, heading), heading, "the cell shows the error {}"_m(cell->text), "an error is no value"_m,
                  "Mend the formula, or write the value"_m);
      return "";
    }
    return trimmed(cell->text);
  }

  Place place(std::size_t row, const std::string& heading) const {
    const auto found = columns_.find(heading);
    return {file_ + "[" + sheet_.name + "!" + cell_name(row, found == columns_.end() ? 0 : found->second) + "]", 0, 0};
  }

  /// Whether a row holds anything but what the template wrote; then what it lacks is told, and nothing of it is lost.
  bool is_filled(std::size_t row) {
    if (text(row, form_.columns.front().heading).starts_with(form_example)) return false;
    const auto any = [&](const std::vector<FormColumn>& columns) {
      return std::any_of(columns.begin(), columns.end(), [&](const FormColumn& one) {
        return !one.given && !one.key.empty() && !text(row, one.heading).empty();
      });
    };
    return any(form_.columns) || any(form_.inner_columns);
  }

  /// The cell as TOML; empty where it holds nothing.
  std::string value(std::size_t row, const FormColumn& column) {
    const std::string written = text(row, column.heading);
    if (written.empty()) return "";
    const std::string plain = plain_number(written);
    if (column.whole) {
      if (plain.find_first_not_of("0123456789") == std::string::npos) return plain;
      errors_.add(place(row, column.heading), column.heading, "\"{}\" is no whole number"_m(written), "it counts"_m,
                  "Write digits alone"_m);
      return "0";
    }
    for (const auto& [word, meant] : column.words) {
      if (word == written) return quoted(meant);
    }
    return quoted(plain);
  }

  std::vector<FilledCell> cells_of(std::size_t row, const std::vector<FormColumn>& columns) {
    std::vector<FilledCell> cells;
    for (const FormColumn& column : columns) {
      std::string own = column.key.empty() ? "" : value(row, column);
      if (!own.empty()) cells.push_back({&column, std::move(own)});
    }
    return cells;
  }

  void begin(std::size_t row, const std::vector<FilledCell>& cells) {
    writer_.mark(place(row, form_.columns.front().heading), nullptr);
    writer_.add("[[" + form_.key + "]]\n");
    for (const FilledCell& one : cells) {
      writer_.add(one.column->key + " = ");
      writer_.mark(place(row, one.column->heading), one.column);
      writer_.add(one.value + "\n");
    }
  }

  void inner(std::size_t row) {
    writer_.add("  ");
    writer_.mark(place(row, form_.inner_columns.front().heading), nullptr);
    writer_.add(form_.inner_texts ? "[" : "{ ");
    bool first = true;
    for (const FilledCell& one : cells_of(row, form_.inner_columns)) {
      writer_.add(first ? "" : ", ");
      first = false;
      if (!form_.inner_texts) writer_.add(one.column->key + " = ");
      writer_.mark(place(row, one.column->heading), one.column);
      writer_.add(form_.inner_texts && one.column->whole ? quoted(one.value) : one.value);
    }
    writer_.add(form_.inner_texts ? "],\n" : " },\n");
  }

  const std::string& file_;
  const Sheet& sheet_;
  const FormSheet& form_;
  Writer& writer_;
  InputErrors& errors_;
  std::map<std::string, std::size_t> columns_;
  bool open_ = false;
};

}  // namespace

bool is_workbook(const std::filesystem::path& file) { return file.extension() == ".xlsx" || is_foreign_workbook(file); }

FormText toml_of_workbook(const std::filesystem::path& file, const Form& form, InputErrors& errors) {
  const Spreadsheet book = read_foreign_workbook(file, Door::data);
  FormText text;
  Writer writer(text);
  writer.add("schema = " + quoted(form.schema) + "\n");
  bool any = false;
  for (const FormSheet& wanted : form.sheets) {
    for (const Sheet& sheet : book.sheets) {
      if (sheet.name != wanted.sheet) continue;
      any = true;
      SheetReader(book.file, sheet, wanted, writer, errors).read();
    }
  }
  if (!any) {
    errors.add({book.file, 0, 0}, form.sheets.front().sheet, "the workbook has no sheet of this name"_m,
               "what is filled in is found by it"_m, "Start from disburse template, and keep its sheets"_m);
  }
  return text;
}

FormDocument::FormDocument(const std::filesystem::path& file, const Form& form, InputErrors& errors) {
  if (!is_workbook(file)) {
    document_ = std::make_unique<TomlDocument>(file, errors);
    return;
  }
  FormText text = toml_of_workbook(file, form, errors);
  cells_ = std::move(text.cells);
  name_ = file.filename().string();
  document_ = std::make_unique<TomlDocument>(text.toml, name_, errors);
}

namespace {

/// The last part of "version[1].changes[2].amount".
std::string last_key(const std::string& key) { return key.substr(key.rfind('.') + 1); }

/// The cell from which the text at a place was made: the last before it in its line.
const FormCell* cell_at(const std::vector<FormCell>& cells, const Place& place) {
  const FormCell* found = nullptr;
  for (const FormCell& one : cells) {
    if (one.line != place.line || (found != nullptr && one.column > place.column)) continue;
    found = &one;
  }
  return found;
}

Message words_of(const FormCell& cell) {
  std::vector<Message> words;
  for (const auto& [word, meant] : cell.words) words.push_back(Message::verbatim(word));
  return joined(words, ", "_m);
}

}  // namespace

InputErrors FormDocument::in_cells(const InputErrors& errors) const {
  InputErrors placed;
  for (InputError error : errors) {
    const FormCell* cell = error.place.file == name_ && error.place.line > 0 ? cell_at(cells_, error.place) : nullptr;
    if (cell == nullptr) {
      placed.add(std::move(error));
      continue;
    }
    const std::string key = last_key(error.key);
    const auto called = std::find_if(cells_.begin(), cells_.end(), [&](const FormCell& one) { return one.key == key; });
    error.place = {cell->place, 0, 0};
    error.key = called == cells_.end() ? cell->heading : called->heading;
    if (english(error.problem) == "the key is missing") {
      error.problem = "the cell is empty"_m;
      error.remedy = "Fill it in, or clear the row"_m;
    } else if (!cell->words.empty() && cell->key == key) {
      error.why = {};
      error.remedy = "Write one of: {}"_m(words_of(*cell));
    }
    placed.add(std::move(error));
  }
  return placed;
}

}  // namespace disburse
