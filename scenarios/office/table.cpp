#include "scenarios/office/table.hpp"

#include "engine/support/files.hpp"
#include "engine/support/xls_reader.hpp"
#include "engine/support/xlsx_reader.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{2} << 30;
constexpr std::size_t title_rows = 10;  // titles above the headings

[[noreturn]] void reject(const std::string& file, std::size_t line, std::string problem, std::string why,
                         std::string remedy) {
  InputErrors errors;
  errors.add({file, static_cast<int>(line), 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::roster, std::move(errors));
}

bool are_headings(const std::vector<std::string_view>& cells, const ColumnNames& names) {
  int known = 0;
  for (const std::string_view cell : cells) known += names.field_of(cell) ? 1 : 0;
  return known >= 2;
}

/// Reads rows until one holds headings.
bool find_headings(OfficeTable& table, const ColumnNames& names) {
  OfficeRow row;
  for (std::size_t i = 0; i < title_rows && table.next(row); ++i) {
    if (!are_headings(row.cells, names)) continue;
    table.headings.assign(row.cells.begin(), row.cells.end());
    table.heading_row = row.number;
    return true;
  }
  return false;
}

class CsvTable final : public OfficeTable {
 public:
  CsvTable(std::string file, DecodedText decoded)
      : text_(std::move(decoded.text)), reader_(text_, CsvReader::separator_of(text_)) {
    name = std::move(file);
    encoding = to_string(decoded.encoding);
  }
  bool next(OfficeRow& row) override {
    if (!reader_.next(row.cells)) return false;
    row.number = reader_.line();
    row.kinds.assign(row.cells.size(), CellKind::text);
    return true;
  }

 private:
  std::string text_;
  CsvReader reader_;
};

class SheetTable final : public OfficeTable {
 public:
  SheetTable(std::string file, Sheet sheet) : sheet_(std::move(sheet)) {
    name = std::move(file) + "[" + sheet_.name + "]";
    encoding = name.find(".xls[") != std::string::npos ? "xls" : "xlsx";
  }
  bool next(OfficeRow& row) override {
    if (at_ >= sheet_.cells.size()) return false;
    const std::size_t number = sheet_.cells[at_].row;
    row.number = number + 1;
    row.cells.clear();
    row.kinds.clear();
    for (; at_ < sheet_.cells.size() && sheet_.cells[at_].row == number; ++at_) {
      const SheetCell& cell = sheet_.cells[at_];
      row.cells.resize(cell.column + 1);
      row.kinds.resize(cell.column + 1, CellKind::text);
      row.cells[cell.column] = cell.text;
      row.kinds[cell.column] = cell.kind;
    }
    return true;
  }

 private:
  Sheet sheet_;
  std::size_t at_ = 0;
};

std::vector<std::unique_ptr<OfficeTable>> sheets_of(const std::filesystem::path& file, const ColumnNames& names) {
  const bool old = file.extension() == ".xls";
  Spreadsheet book = old ? read_xls(file, Door::roster) : read_xlsx(file, Door::roster);
  std::vector<std::unique_ptr<OfficeTable>> tables;
  for (Sheet& sheet : book.sheets) {
    if (sheet.hidden) continue;
    auto table = std::make_unique<SheetTable>(file.filename().string(), std::move(sheet));
    if (find_headings(*table, names)) tables.push_back(std::move(table));
  }
  return tables;
}

std::unique_ptr<OfficeTable> csv_of(const std::filesystem::path& file, const ColumnNames& names) {
  const std::string name = file.filename().string();
  try {
    auto table = std::make_unique<CsvTable>(name, decode(read_file(file, largest_file)));
    return find_headings(*table, names) ? std::move(table) : nullptr;
  } catch (const NotText& not_text) {
    reject(name, 0, std::string("the bytes are ") + not_text.what(), "Chinese text would be read wrongly",
           "Save the file as CSV in UTF-8, or as .xlsx");
  } catch (const CsvBroken& broken) {
    reject(name, broken.line, broken.what(), "what follows could stand in any column",
           "Mend the line, or save as .xlsx");
  }
}

}  // namespace

std::vector<std::unique_ptr<OfficeTable>> open_tables(const std::filesystem::path& file, const ColumnNames& names) {
  const std::string kind = file.extension().string();
  std::vector<std::unique_ptr<OfficeTable>> tables;
  if (kind == ".xlsx" || kind == ".xls") {
    tables = sheets_of(file, names);
  } else if (kind == ".csv" || kind == ".txt" || kind == ".tsv") {
    if (auto table = csv_of(file, names)) tables.push_back(std::move(table));
  } else {
    reject(file.filename().string(), 0, "\"" + kind + "\" is no kind of table that is read",
           "rosters come as .xlsx, .xls, .csv or .txt", "Save it as .xlsx");
  }
  if (tables.empty()) {
    reject(file.filename().string(), 0, "no row of the first ten has headings that are known",
           "columns are found by their headings", "See scenarios/office/columns.toml, or name your own with --mapping");
  }
  return tables;
}

}  // namespace disburse
