#pragma once
// A year carried into the next: as a table and as JSON (disburse/next-year/1).
#include <string>

#include "engine/planning/next_year_result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// What the year that ended came to, who stands on the new roster, what was carried and what lapsed. Amounts in 万元.
std::string next_year_table(const NextYear& next, const ParameterTree& law, Language language);
/// `command` carries the same year again.
std::string next_year_json(const NextYear& next, const std::string& command);

}  // namespace disburse
