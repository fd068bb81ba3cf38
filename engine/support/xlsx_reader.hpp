#pragma once
// Reads an xlsx workbook (ECMA-376): all sheets, shared and inline text, dates by their style, cached formula results.
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

/// Every sheet of the workbook. Parts are found by their relations, whatever they are called; a sheet is streamed, and
/// its rows, cells and texts are bounded as Excel bounds them. Formulas are not calculated: the value saved with them
/// is taken, and a cell whose value was not saved is an error cell. Errors: InputRejected(door), naming file and what
/// is wrong: no zip archive (with a hint where it is an old xls or an encrypted file), a part that is missing or is no
/// XML, a cell whose address or shared text does not exist; std::system_error when the file cannot be read.
Spreadsheet read_xlsx(const std::filesystem::path& file, Door door);
/// The same of bytes that were read already; `file` is what messages call them.
Spreadsheet read_xlsx_bytes(std::string_view bytes, const std::string& file, Door door);

}  // namespace disburse
