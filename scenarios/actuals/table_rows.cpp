#include "scenarios/actuals/table_rows.hpp"

#include "engine/confined/foreign_workbook.hpp"
#include "engine/storage/form_workbook.hpp"
#include "engine/support/csv_reader.hpp"
#include "engine/support/files.hpp"
#include "engine/support/text_encoding.hpp"

namespace disburse {
namespace {

constexpr std::size_t largest_file = std::size_t{16} << 20;

std::vector<TableRow> csv_rows(const std::string& bytes) {
  const DecodedText decoded = decode(bytes);
  CsvReader reader(decoded.text, CsvReader::separator_of(decoded.text));
  std::vector<TableRow> rows;
  std::vector<std::string_view> fields;
  while (reader.next(fields))
    rows.push_back({static_cast<int>(reader.line()), std::vector<std::string>(fields.begin(), fields.end()), {}});
  return rows;
}

/// A number read as a month: what the cell shows; one that may have lost its last zero (2024.1) is told as what it
/// could be, and is no month.
std::string shown_month(const SheetCell& cell) {
  constexpr std::size_t length = 6;  // 2024.1
  const std::string shown = cell.shown();
  const bool january_or_october = cell.kind == CellKind::number && shown.size() == length && shown.ends_with(".1");
  return january_or_october ? shown + "（1 月或 10 月）" : shown;
}

std::vector<TableRow> sheet_rows(const Spreadsheet& book) {
  std::vector<TableRow> rows;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.hidden) continue;
    for (const SheetCell& cell : sheet.cells) {
      const int number = static_cast<int>(cell.row) + 1;
      if (rows.empty() || rows.back().number != number) rows.push_back({number, {}, {}});
      rows.back().cells.resize(cell.column + 1);
      rows.back().cells[cell.column] = cell.text;
      if (cell.kind == CellKind::number) rows.back().numbers[cell.column] = shown_month(cell);
    }
    break;  // the first sheet that is shown
  }
  return rows;
}

[[noreturn]] void reject_file(Place place, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add(std::move(place), "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::roster, std::move(errors));
}

}  // namespace

TableOfRows table_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  try {
    const std::string bytes = read_input(file, largest_file, Door::roster);
    const ForeignTables tables = read_foreign_tables({file, file.string(), bytes}, Door::roster);
    if (tables.book) return {sheet_rows(*tables.book), true};
    if (tables.kind != FileKind::text) reject_foreign_kind(name, tables.kind, Door::roster);
    return {csv_rows(bytes), false};
  } catch (const NotText& not_text) {
    reject_file({name, static_cast<int>(not_text.line), static_cast<int>(not_text.column)},
                "the bytes are {}"_m(not_text.message()), "Chinese text would be read wrongly"_m,
                "Save the file as CSV in UTF-8, or as .xlsx"_m);
  } catch (const CsvBroken& broken) {
    reject_file({name, static_cast<int>(broken.line), static_cast<int>(broken.column)}, broken.message(),
                "what follows could stand in any column"_m, "Mend the line, or save as .xlsx"_m);
  }
}

bool is_example(const TableRow& row) { return !row.cells.empty() && row.cells.front().starts_with(form_example); }

}  // namespace disburse
