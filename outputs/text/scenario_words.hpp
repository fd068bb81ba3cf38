#pragma once
// What people call the rows of a table of scenarios.
#include <string>

#include "engine/comparison/scenario_table.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// "programme", "line", "total": the word of JSON and CSV.
std::string to_string(TabledRow::Of of);
/// The programme, the line with its code, the total.
std::string row_name(const TabledRow& row, Language language);

}  // namespace disburse
