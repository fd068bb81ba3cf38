#pragma once
// Parts that several JSON documents share. Key order is the order of writing, so that equal results are equal
// bytes.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/result.hpp"

namespace disburse {

using Json = nlohmann::ordered_json;

/// The text of a document: indented, UTF-8, ending in a line feed.
std::string json_text(const Json& document);

/// null where there is no value.
template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json manifest_part(const Manifest& manifest);
Json findings_part(const std::vector<Finding>& findings);
Json monthly_part(const std::vector<MonthlyFigure>& monthly);
/// Adds budget_fen, projected_fen, difference_fen and execution_rate.
void add_comparison(Json& object, const Comparison& amount);

}  // namespace disburse
