#include "engine/support/xls_reader.hpp"

#ifdef DISBURSE_HAS_FREEXL
#include <fmt/format.h>
#include <freexl.h>
#endif

namespace disburse {
namespace {

[[noreturn]] void reject(const std::filesystem::path& file, Door door, const std::string& problem,
                         const std::string& why, const std::string& remedy) {
  InputErrors errors;
  errors.add({file.string(), 0, 0}, "", problem, why, remedy);
  throw InputRejected(door, std::move(errors));
}

}  // namespace

#ifndef DISBURSE_HAS_FREEXL

bool reads_xls() { return false; }

Spreadsheet read_xls(const std::filesystem::path& file, Door door) {
  reject(file, door, "is an old Excel file (.xls)", "this program was built without FreeXL", "Save it as .xlsx");
}

#else

namespace {

/// The library's handle.
class Workbook {
 public:
  Workbook(const std::filesystem::path& file, Door door) : file_(file), door_(door) {
    check(freexl_open(file.c_str(), &handle_), "cannot be read as an old Excel file");
    std::uint32_t password = 0;
    check(freexl_get_info(handle_, FREEXL_BIFF_PASSWORD, &password), "tells nothing of itself");
    if (password == FREEXL_BIFF_OBFUSCATED)
      reject(file_, door_, "is protected by a password", "its cells cannot be read", "Save it without");
  }
  ~Workbook() { freexl_close(handle_); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void check(int code, const char* problem) const {
    if (code != FREEXL_OK) {
      reject(file_, door_, std::string(problem) + fmt::format(" (FreeXL {})", code),
             "the file is damaged or of another kind", "Open it in Excel or WPS and save it as .xlsx");
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
      cell.text = fmt::format("{}", value.value.double_value);
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

}  // namespace

bool reads_xls() { return true; }

Spreadsheet read_xls(const std::filesystem::path& file, Door door) {
  const Workbook book(file, door);
  Spreadsheet result;
  result.file = file.string();
  std::uint32_t sheets = 0;
  book.check(freexl_get_info(book.handle(), FREEXL_BIFF_SHEET_COUNT, &sheets), "has no sheets");
  for (std::uint16_t s = 0; s < sheets; ++s) {
    Sheet sheet;
    const char* name = nullptr;
    book.check(freexl_get_worksheet_name(book.handle(), s, &name), "has a sheet without a name");
    sheet.name = name == nullptr ? "" : name;
    book.check(freexl_select_active_worksheet(book.handle(), s), "has a sheet that cannot be opened");
    std::uint32_t rows = 0;
    std::uint16_t columns = 0;
    book.check(freexl_worksheet_dimensions(book.handle(), &rows, &columns), "has a sheet without dimensions");
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
  return result;
}

#endif

}  // namespace disburse
