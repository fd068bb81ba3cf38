#pragma once
// Reads an old Excel workbook (.xls, BIFF 2 to 8) by FreeXL, where the program was built with it.
#include <filesystem>

#include "engine/base/error.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

/// True when this program reads .xls.
bool reads_xls();

/// Every sheet, as read_xlsx gives them. FreeXL passes over formulas; their results are read from the file itself, and
/// one that cannot be read is an error cell. Errors: InputRejected(door): no such workbook, a password, or a program
/// built without FreeXL.
Spreadsheet read_xls(const std::filesystem::path& file, Door door);

}  // namespace disburse
