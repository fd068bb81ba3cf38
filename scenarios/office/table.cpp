#include "scenarios/office/table.hpp"

#include <unistd.h>

#include <algorithm>

#include "engine/confined/foreign_workbook.hpp"
#include "engine/support/files.hpp"
#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/headings.hpp"
#include "scenarios/office/identity.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{2} << 30;

[[noreturn]] void reject(const Place& place, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add(place, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::roster, std::move(errors));
}

class CsvTable final : public OfficeTable {
 public:
  CsvTable(std::string file, DecodedText decoded)
      : text_(std::move(decoded.text)), separator_(CsvReader::separator_of(text_)), reader_(text_, separator_) {
    name = std::move(file);
    encoding = to_string(decoded.encoding);
    of_text = may_drop_zeros = true;
  }

 protected:
  bool read_next(OfficeRow& row) override {
    row.cells.clear();
    if (!reader_.next(fields_)) return false;
    row.number = reader_.line();
    for (const std::string_view field : fields_) row.cells.push_back({field, nullptr, false});
    return true;
  }
  void start() override { reader_ = CsvReader(text_, separator_); }

 private:
  std::string text_;
  char separator_;
  CsvReader reader_;
  std::vector<std::string_view> fields_;
};

class SheetTable final : public OfficeTable {
 public:
  SheetTable(const std::string& file, Sheet sheet, std::string kind) : sheet_(std::move(sheet)) {
    name = file + "[" + sheet_.name + "]";
    encoding = std::move(kind);
    for (const std::size_t row : sheet_.hidden_rows) hidden_rows.push_back(row + 1);
    hidden_columns = sheet_.hidden_columns;
    may_drop_zeros = encoding == "HTML";
    // Only cells that span rows say something about rows where they do not begin.
    for (const MergedRange& range : sheet_.merged) {
      if (range.bottom > range.top && range.bottom <= sheet_.rows()) spans_.push_back(range);
    }
    std::sort(spans_.begin(), spans_.end(), [](const MergedRange& a, const MergedRange& b) { return a.top < b.top; });
  }

 protected:
  bool read_next(OfficeRow& row) override {
    row.cells.clear();
    if (at_ >= sheet_.cells.size()) return false;
    const std::size_t number = sheet_.cells[at_].row;
    row.number = number + 1;
    for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row == number; ++at_) {
      const SheetCell& cell = sheet_.cells[at_];
      row.cells.resize(cell.column + 1);
      row.cells[cell.column] = {cell.text, &cell, false};
    }
    spread_merged(row, number);
    return true;
  }
  void start() override {
    at_ = next_span_ = 0;
    active_.clear();
  }

 private:
  void spread_merged(OfficeRow& row, std::size_t number) {
    for (; next_span_ < spans_.size() && spans_[next_span_].top < number; ++next_span_)
      active_.push_back(spans_[next_span_]);
    std::erase_if(active_, [&](const MergedRange& range) { return range.bottom < number; });
    constexpr std::size_t most = 1024;
    if (active_.size() > most)
      reject({name, static_cast<int>(number + 1), 0}, "more than 1,024 merged cells lie over one row"_m,
             "no table of persons has as many"_m, "Take the merging off, and save it again"_m);
    for (const MergedRange& range : active_) {
      const SheetCell* origin = sheet_.at(range.top, range.left);
      if (origin == nullptr) continue;
      if (row.cells.size() <= range.left) row.cells.resize(range.left + 1);
      if (row.cells[range.left].text.empty()) row.cells[range.left] = {origin->text, origin, true};
    }
  }

  Sheet sheet_;
  std::size_t at_ = 0;
  std::vector<MergedRange> spans_;   // by their first row
  std::vector<MergedRange> active_;  // over the row that is read
  std::size_t next_span_ = 0;
};

/// Rows of a sheet that have cells, and whether identity numbers stand among them.
LeftOut left_out(const std::string& table, const Sheet& sheet, Message what) {
  LeftOut left{table + "[" + sheet.name + "]", std::move(what), 0, false};
  std::size_t row = static_cast<std::size_t>(-1);
  for (const SheetCell& cell : sheet.cells) {
    if (cell.row != row) ++left.count;
    row = cell.row;
    left.holds_identities =
        left.holds_identities || (cell.text.size() >= 15 && read_identity(cell.text).fault == IdentityFault::none);
  }
  return left;
}

void add_sheets(OpenedFile& opened, const std::string& file, Spreadsheet book, const std::string& kind,
                const ColumnNames& names) {
  const std::string single = kind == "HTML" && book.sheets.size() == 1 ? book.sheets.front().name : "";
  for (Sheet& sheet : book.sheets) {
    if (sheet.cells.empty()) continue;
    if (sheet.hidden) {
      opened.left_out.push_back(left_out(file, sheet, "a hidden sheet"_m));
      continue;
    }
    LeftOut unread = left_out(file, sheet, "a sheet without known headings"_m);
    auto table = std::make_unique<SheetTable>(file, std::move(sheet), kind);
    if (!find_headings(*table, names)) {
      opened.left_out.push_back(std::move(unread));
      continue;
    }
    InputErrors ignored;
    if (!names_persons(map_columns(table->headings, names, table->name, ignored))) {
      unread.what = "a sheet that names no persons"_m;
      opened.left_out.push_back(std::move(unread));
      continue;
    }
    opened.tables.push_back(std::move(table));
  }
  if (!single.empty() && !opened.tables.empty()) opened.tables.front()->name = file;
}

[[noreturn]] void reject_encoding(const NotText& not_text, const std::string& name) {
  reject({name, static_cast<int>(not_text.line), static_cast<int>(not_text.column)},
         "the bytes are {}"_m(not_text.message()), "Chinese text would be read wrongly"_m,
         "Save the file as CSV in UTF-8, or as .xlsx"_m);
}

DecodedText decoded(const std::string& bytes, const std::string& name) {
  try {
    return decode(bytes);
  } catch (const NotText& not_text) {
    reject_encoding(not_text, name);
  }
}

/// What messages call the encoding of a table from such a file.
const char* to_string(FileKind kind) {
  switch (kind) {
    case FileKind::workbook: return "xlsx";
    case FileKind::old_workbook: return "xls";
    default: return "HTML";
  }
}

void add_csv(OpenedFile& opened, const std::string& bytes, const std::string& name, const ColumnNames& names) {
  auto table = std::make_unique<CsvTable>(name, decoded(bytes, name));
  try {
    if (!find_headings(*table, names)) return;
    InputErrors ignored;
    if (!names_persons(map_columns(table->headings, names, name, ignored))) {
      opened.left_out.push_back({name, "a sheet that names no persons"_m, 0, false});
      return;
    }
  } catch (const CsvBroken& broken) {
    reject({name, static_cast<int>(broken.line), static_cast<int>(broken.column)}, broken.message(),
           "what follows could stand in any column"_m, "Mend the line, or save as .xlsx"_m);
  }
  opened.tables.push_back(std::move(table));
}

/// All of standard input. Errors: InputRejected where it is too large.
std::string standard_input() {
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got <= 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > largest_file)
      reject({name_of_input("-"), 0, 0}, "is larger than 2 GiB"_m, "it would not fit into memory"_m,
             "Split it into files"_m);
  }
}

std::string small_extension(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension;
}

/// Whether a file of this name is expected to be of this kind.
bool is_expected(const std::string& extension, FileKind kind) {
  if (extension.empty()) return true;
  switch (kind) {
    case FileKind::workbook: return extension == ".xlsx" || extension == ".xlsm" || extension == ".xltx";
    case FileKind::old_workbook: return extension == ".xls" || extension == ".et" || extension == ".xlt";
    case FileKind::html: return extension == ".html" || extension == ".htm";
    case FileKind::text: return extension == ".csv" || extension == ".txt" || extension == ".tsv";
    default: return false;
  }
}

void read_into(OpenedFile& opened, const std::filesystem::path& file, const std::string& bytes, const std::string& name,
               const ColumnNames& names) {
  const std::string extension = small_extension(file);
  const ForeignFile foreign{file == "-" ? fs::path() : file, name, bytes};
  ForeignTables tables = [&] {
    try {
      return read_foreign_tables(foreign, Door::roster);
    } catch (const NotText& not_text) {
      reject_encoding(not_text, name);
    }
  }();
  const FileKind kind = tables.kind;
  constexpr std::string_view letters = ".doc.docx.wps.ppt.pptx.jpg.png";
  if (kind == FileKind::text && !extension.empty() && letters.find(extension) != std::string_view::npos) {
    reject({name, 0, 0}, "\"{}\" is no kind of table that is read"_m(extension),
           "tables come as .xlsx, .xls, .et, .csv or .txt"_m, "Save it as .xlsx"_m);
  }
  if (tables.book) {
    add_sheets(opened, name, *std::move(tables.book), to_string(kind), names);
  } else if (kind == FileKind::text) {
    add_csv(opened, bytes, name, names);
  } else {
    reject_foreign_kind(name, kind, Door::roster);
  }
  if (!is_expected(extension, kind) && file != "-") opened.other_kind = name_of(kind);
}

}  // namespace

bool OfficeTable::next(OfficeRow& row) { return read_next(row); }

void OfficeTable::rewind() {
  start();
  OfficeRow row;
  for (std::size_t i = 0; i < rows_before_; ++i) read_next(row);
}

std::string name_of_input(const std::filesystem::path& file) {
  return file == "-" ? "standard input" : file.filename().string();
}

OpenedFile open_tables(const std::filesystem::path& file, const ColumnNames& names) {
  const std::string name = name_of_input(file);
  const std::string bytes = file == "-" ? standard_input() : read_input(file, largest_file, Door::roster);
  OpenedFile opened;
  read_into(opened, file, bytes, name, names);
  if (opened.tables.empty()) {
    const bool nameless = std::any_of(opened.left_out.begin(), opened.left_out.end(), [](const LeftOut& left) {
      return left.what == "a sheet that names no persons"_m;
    });
    if (nameless)
      reject({name, 0, 0}, "the table has neither identity numbers nor birth and sex"_m,
             "every rule needs age and sex"_m, "Add the column, or name its heading in a file for --mapping"_m);
    reject({name, 0, 0}, "no row of the first 50 has headings that are known"_m,
           "columns are found by their headings"_m,
           "See scenarios/office/columns.toml, or name your own with --mapping"_m);
  }
  return opened;
}

}  // namespace disburse
