#pragma once
// Several scenarios in one table: on the terminal, as CSV and as JSON (disburse/scenario-table/1).
#include <string>

#include "engine/comparison/scenario_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string scenario_table_text(const ScenarioTable& table, Language language);
/// One row a figure: year, programme or line, scenario, budget, amount, difference, month in which the budget is used
/// up.
std::string scenario_table_csv(const ScenarioTable& table);
std::string scenario_table_json(const ScenarioTable& table);

/// The table that a document was written from. Errors: nlohmann::json::exception, UnsoundDocument where it is no
/// disburse/scenario-table/1.
ScenarioTable scenario_table_from_json(const Json& document);

}  // namespace disburse
