#pragma once
// Tables in a workbook or web page that somebody else made: told by their bytes, read in a child process.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/support/file_kind.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

struct ForeignFile {
  std::filesystem::path path;  ///< empty where it has none, as standard input
  std::string name;            ///< as messages call it
  std::string_view bytes;
};

struct ForeignTables {
  FileKind kind = FileKind::text;
  std::optional<Spreadsheet> book;  ///< of an .xlsx, .xls or .et workbook and of a web page; nothing of other kinds
};

/// Errors: InputRejected(door), as read_xlsx, read_xls and read_html; NotText of a web page.
ForeignTables read_foreign_tables(const ForeignFile& file, Door door);

/// Of a kind that is not read: what it is, and what makes it one that is (the menu of Excel and WPS).
[[noreturn]] void reject_foreign_kind(const std::string& name, FileKind kind, Door door);

/// The sheets of a file that must be a workbook. Errors: InputRejected(door), also where it cannot be read or is of
/// another kind.
Spreadsheet read_foreign_workbook(const std::filesystem::path& file, Door door);

/// By its first bytes: a workbook, or something else that is neither text nor HDF5 and that read_foreign_workbook
/// names. False where it cannot be read, which its reader then tells.
bool is_foreign_workbook(const std::filesystem::path& file);

}  // namespace disburse
