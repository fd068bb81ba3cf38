#pragma once
// Parts that several JSON documents share. Key order is the order of writing, so that equal results are equal
// bytes.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

using Json = nlohmann::ordered_json;

/// The text of a document: indented, UTF-8, ending in a line feed.
std::string json_text(const Json& document);

/// null where there is no value.
template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// The payers of a document: id, both names, purse; in the order of the law's list.
Json payer_list_part(const std::vector<Payer>& payers);
/// The payers that a document tells under "payers".
PayerList payers_in(const Json& document);
/// Paid / headcount, rounded; empty where nobody is paid or the count is hidden.
std::optional<Money> average_of(const MonthlyFigure& month);
Json fen_or_null(const std::optional<Money>& amount);
Json manifest_part(const Manifest& manifest);
Json findings_part(const std::vector<Finding>& findings, Language language = Language::zh);
Json monthly_part(const std::vector<MonthlyFigure>& monthly);
/// Adds budget_fen, projected_fen, difference_fen and execution_rate.
void add_comparison(Json& object, const Comparison& amount);

}  // namespace disburse
