#include "engine/support/xls_reader.hpp"

#ifdef DISBURSE_HAS_FREEXL
#include <freexl.h>

#include <algorithm>

#include "engine/parsing/biff_formulas.hpp"
#include "engine/parsing/compound_file.hpp"
#include "engine/parsing/number_format.hpp"
#include "engine/support/files.hpp"
#endif

namespace disburse {
namespace {

[[noreturn]] void reject(const std::filesystem::path& file, Door door, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({file.string(), 0, 0}, "", problem, why, remedy);
  throw InputRejected(door, std::move(errors));
}

}  // namespace

#ifndef DISBURSE_HAS_FREEXL

bool reads_xls() { return false; }

Spreadsheet read_xls(const std::filesystem::path& file, Door door) {
  reject(file, door, "is an old Excel file (.xls)"_m, "this program was built without FreeXL"_m, "Save it as .xlsx"_m);
}

#else

namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;

/// The library's handle.
class Workbook {
 public:
  Workbook(const std::filesystem::path& file, Door door) : file_(file), door_(door) {
    check(freexl_open(file.c_str(), &handle_), "cannot be read as an old Excel file"_m);
    std::uint32_t password = 0;
    check(freexl_get_info(handle_, FREEXL_BIFF_PASSWORD, &password), "tells nothing of itself"_m);
    if (password == FREEXL_BIFF_OBFUSCATED)
      reject(file_, door_, "is protected by a password"_m, "its cells cannot be read"_m, "Save it without"_m);
  }
  ~Workbook() { freexl_close(handle_); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void check(int code, const Message& problem) const {
    if (code != FREEXL_OK) {
      reject(file_, door_, "{} (FreeXL {})"_m(problem, code), "the file is damaged or of another kind"_m,
             "Open it in Excel or WPS and save it as .xlsx"_m);
    }
  }
  const void* handle() const { return handle_; }

 private:
  std::filesystem::path file_;
  Door door_;
  const void* handle_ = nullptr;
};

/// False when the cell is empty.
bool read_value(const FreeXL_CellValue& value, SheetCell& cell) {
  switch (value.type) {
    case FREEXL_CELL_INT:
      cell.kind = CellKind::number;
      cell.number = value.value.int_value;
      cell.text = std::to_string(value.value.int_value);
      return true;
    case FREEXL_CELL_DOUBLE:
      cell.kind = CellKind::number;
      cell.number = value.value.double_value;
      cell.text = plain_number(value.value.double_value);
      return true;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      cell.kind = CellKind::date;
      cell.text = std::string(value.value.text_value).substr(0, std::string("1950-01-02").size());
      return true;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME: cell.text = value.value.text_value; return !cell.text.empty();
    default: return false;
  }
}

/// The cell of a formula's result, which FreeXL passes over.
SheetCell cell_of(const BiffFormula& formula, bool system_1904) {
  SheetCell cell;
  cell.row = formula.row;
  cell.column = formula.column;
  cell.from_formula = true;
  cell.number = formula.number;
  switch (formula.result) {
    case FormulaResult::number: {
      const auto date = formula.date ? date_of_serial(formula.number, system_1904) : std::nullopt;
      cell.kind = date ? CellKind::date : CellKind::number;
      cell.text = date ? to_string(*date) : plain_number(formula.number);
      break;
    }
    case FormulaResult::boolean:
      cell.kind = CellKind::boolean;
      cell.text = formula.number != 0.0 ? "TRUE" : "FALSE";
      break;
    case FormulaResult::text: cell.text = formula.text; break;
    case FormulaResult::nothing: break;
    case FormulaResult::error:
    case FormulaResult::unknown:
      cell.kind = CellKind::error;
      cell.text = formula.result == FormulaResult::error ? "#ERROR" : value_not_saved;
      break;
  }
  return cell;
}

/// Adds what FreeXL does not tell: results of formulas, and which sheets are hidden.
void complete(Spreadsheet& book, const std::string& bytes, bool system_1904) {
  auto stream = compound_stream(bytes, "Workbook");
  if (!stream) stream = compound_stream(bytes, "Book");
  const std::vector<BiffSheet> sheets = stream ? biff_sheets(*stream) : std::vector<BiffSheet>{};
  if (sheets.size() != book.sheets.size()) return;
  for (std::size_t s = 0; s < sheets.size(); ++s) {
    Sheet& sheet = book.sheets[s];
    sheet.hidden = sheets[s].hidden;
    std::vector<SheetCell> added;
    for (const BiffFormula& formula : sheets[s].formulas) {
      SheetCell cell = cell_of(formula, system_1904);
      if (!cell.text.empty() && sheet.at(cell.row, cell.column) == nullptr) added.push_back(std::move(cell));
    }
    sheet.cells.insert(sheet.cells.end(), added.begin(), added.end());
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
  }
}

}  // namespace

bool reads_xls() { return true; }

Spreadsheet read_xls(const std::filesystem::path& file, Door door) {
  const Workbook book(file, door);
  Spreadsheet result;
  result.file = file.string();
  std::uint32_t sheets = 0;
  book.check(freexl_get_info(book.handle(), FREEXL_BIFF_SHEET_COUNT, &sheets), "has no sheets"_m);
  for (std::uint16_t s = 0; s < sheets; ++s) {
    Sheet sheet;
    const char* name = nullptr;
    book.check(freexl_get_worksheet_name(book.handle(), s, &name), "has a sheet without a name"_m);
    sheet.name = name == nullptr ? "" : name;
    book.check(freexl_select_active_worksheet(book.handle(), s), "has a sheet that cannot be opened"_m);
    std::uint32_t rows = 0;
    std::uint16_t columns = 0;
    book.check(freexl_worksheet_dimensions(book.handle(), &rows, &columns), "has a sheet without dimensions"_m);
    for (std::uint32_t row = 0; row < rows; ++row) {
      for (std::uint16_t column = 0; column < columns; ++column) {
        FreeXL_CellValue value;
        if (freexl_get_cell_value(book.handle(), row, column, &value) != FREEXL_OK) continue;
        SheetCell cell;
        cell.row = row;
        cell.column = column;
        if (read_value(value, cell)) sheet.cells.push_back(std::move(cell));
      }
    }
    result.sheets.push_back(std::move(sheet));
  }
  std::uint32_t system_1904 = 0;
  freexl_get_info(book.handle(), FREEXL_BIFF_DATEMODE, &system_1904);
  complete(result, read_input(file, largest_file, door), system_1904 == FREEXL_BIFF_DATEMODE_1904);
  return result;
}

#endif

}  // namespace disburse
