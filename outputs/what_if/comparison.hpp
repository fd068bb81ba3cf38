#pragma once
// What-if comparisons as a table and as JSON (disburse/compare/1).
#include <string>

#include "engine/comparison/run_comparison.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

std::string comparison_table(const ComparisonResult& comparison, Language language);
std::string comparison_json(const ComparisonResult& comparison);

/// The comparison that a document was written from. Errors: nlohmann::json::exception, UnsoundDocument where it is no
/// disburse/compare/1.
ComparisonResult comparison_from_json(const Json& document);

}  // namespace disburse
