#pragma once
// Reads an xlsx workbook (ECMA-376): all sheets, shared and inline text, dates by their style, cached formula results.
#include <filesystem>

#include "engine/error.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

/// Every sheet of the workbook. Formulas are not calculated: the value saved with them is taken.
/// Errors: InputRejected(door), naming file and what is wrong: no zip archive (with a hint where it is an old xls or an
/// encrypted file), a part that is missing or is no XML, a cell whose address or shared text does not exist;
/// std::system_error when the file cannot be read.
Spreadsheet read_xlsx(const std::filesystem::path& file, Door door);

}  // namespace disburse
