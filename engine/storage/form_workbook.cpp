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

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class SheetReader {
 public:
  SheetReader(const std::string& file, const Sheet& sheet, const FormSheet& form, InputErrors& errors)
      : file_(file), sheet_(sheet), form_(form), errors_(errors) {}

  std::string read() {
    const auto heading = find_headings();
    if (!heading) {
      errors_.add({file_ + "[" + sheet_.name + "]", 0, 0}, form_.columns.front().heading,
                  "no row of the first ten has the headings of this sheet"_m, "columns are found by them"_m,
                  "Start from disburse template, and keep its headings"_m);
      return "";
    }
    std::string entries;
    std::string before;
    for (std::size_t row = *heading + 1; row < sheet_.rows(); ++row) {
      if (!is_filled(row)) continue;
      const std::string own = table(row, form_.columns);
      if (form_.inner.empty()) {
        entries += "[[" + form_.key + "]]\n" + own;
        continue;
      }
      if (own != before) entries += close() + "[[" + form_.key + "]]\n" + own + form_.inner + " = [\n";
      open_ = true;
      before = own;
      entries += inner(row);
    }
    return entries + close();
  }

 private:
  std::string close() {
    if (!open_) return "";
    open_ = false;
    return "]\n";
  }

  std::optional<std::size_t> find_headings() {
    for (std::size_t row = 0; row < std::min(title_rows, sheet_.rows()); ++row) {
      columns_.clear();
      for (const SheetCell& cell : sheet_.cells) {
        if (cell.row == row) columns_.emplace(trimmed(cell.text), cell.column);
      }
      const auto all_there = [&](const std::vector<FormColumn>& columns) {
        return std::all_of(columns.begin(), columns.end(),
                           [&](const FormColumn& one) { return one.key.empty() || columns_.contains(one.heading); });
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

  bool is_filled(std::size_t row) {
    if (text(row, form_.columns.front().heading).starts_with(form_example)) return false;
    return std::any_of(form_.filled.begin(), form_.filled.end(),
                       [&](const std::string& heading) { return !text(row, heading).empty(); });
  }

  /// The cell as TOML; empty where it holds nothing.
  std::string value(std::size_t row, const FormColumn& column) {
    const std::string written = text(row, column.heading);
    if (written.empty()) return "";
    if (column.whole) {
      std::string digits = written;
      std::erase(digits, ',');
      if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos) return digits;
      errors_.add(place(row, column.heading), column.heading, "\"{}\" is no whole number"_m(written), "it counts"_m,
                  "Write digits alone"_m);
      return "0";
    }
    for (const auto& [word, meant] : column.words) {
      if (word == written) return quoted(meant);
    }
    return quoted(written);
  }

  std::string table(std::size_t row, const std::vector<FormColumn>& columns) {
    std::string lines;
    for (const FormColumn& column : columns) {
      const std::string own = column.key.empty() ? "" : value(row, column);
      if (!own.empty()) lines += column.key + " = " + own + "\n";
    }
    return lines;
  }

  std::string inner(std::size_t row) {
    std::string items;
    for (const FormColumn& column : form_.inner_columns) {
      const std::string own = column.key.empty() ? "" : value(row, column);
      if (own.empty()) continue;
      const std::string shown = form_.inner_texts && column.whole ? quoted(own) : own;
      items += (items.empty() ? "" : ", ") + (form_.inner_texts ? shown : column.key + " = " + own);
    }
    return form_.inner_texts ? "  [" + items + "],\n" : "  { " + items + " },\n";
  }

  const std::string& file_;
  const Sheet& sheet_;
  const FormSheet& form_;
  InputErrors& errors_;
  std::map<std::string, std::size_t> columns_;
  bool open_ = false;
};

}  // namespace

bool is_workbook(const std::filesystem::path& file) { return file.extension() == ".xlsx" || is_foreign_workbook(file); }

std::string toml_of_workbook(const std::filesystem::path& file, const Form& form, InputErrors& errors) {
  const Spreadsheet book = read_foreign_workbook(file, Door::data);
  std::string text = "schema = " + quoted(form.schema) + "\n";
  bool any = false;
  for (const FormSheet& wanted : form.sheets) {
    for (const Sheet& sheet : book.sheets) {
      if (sheet.name != wanted.sheet) continue;
      any = true;
      text += SheetReader(book.file, sheet, wanted, errors).read();
    }
  }
  if (!any) {
    errors.add({book.file, 0, 0}, form.sheets.front().sheet, "the workbook has no sheet of this name"_m,
               "what is filled in is found by it"_m, "Start from disburse template, and keep its sheets"_m);
  }
  return text;
}

TomlDocument document_of(const std::filesystem::path& file, const Form& form, InputErrors& errors) {
  if (!is_workbook(file)) return {file, errors};
  const std::string text = toml_of_workbook(file, form, errors);
  return {text, file.filename().string(), errors};
}

}  // namespace disburse
