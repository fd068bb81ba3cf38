#pragma once
// Reads the tables of a web page: what many systems export under the name .xls.
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

/// Every <table> as a sheet of text cells; cells that span rows or columns become merged ranges; what stands outside of
/// tables is not read. Bounded as a sheet is. `html` is UTF-8.
/// Errors: InputRejected(door) for a page without a table, a table within a table, or one beyond a sheet's bounds.
Spreadsheet read_html(std::string_view html, const std::string& file, Door door);

}  // namespace disburse
