#pragma once
// A spreadsheet on its way out of the process that read it.
#include <string>
#include <string_view>

#include "engine/confined/packing.hpp"
#include "engine/support/spreadsheet.hpp"

namespace disburse {

std::string packed(const Spreadsheet& book);
void pack(Packing& packing, const Spreadsheet& book);
/// Errors: Unpackable, also for cells beyond the bounds of a sheet or out of their order.
Spreadsheet unpacked_spreadsheet(std::string_view bytes);

}  // namespace disburse
