#pragma once
// Parts of the engine's JSON documents, read back into the types that they were written from.
#include <stdexcept>

#include "outputs/text/json_parts.hpp"

namespace disburse {

/// A document does not hold what its schema says. Missing keys and wrong types are nlohmann::json::exception.
struct UnsoundDocument : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Money money_in(const Json& fen);
std::optional<Money> money_or_none(const Json& fen);
/// Not a number where the count is hidden (null).
double count_in(const Json& count);
std::optional<double> number_or_none(const Json& number);
std::optional<std::string> text_or_none(const Json& text);
Month month_in(const Json& month);
std::optional<Month> month_or_none(const Json& month);
Date day_in(const Json& day);

/// What `parse` makes of a word. Errors: UnsoundDocument where that is nothing.
template <class Parse>
auto word_in(const Json& word, const Parse& parse) {
  const std::string text = word.get<std::string>();
  const auto value = parse(text);
  if (!value) throw UnsoundDocument("\"" + text + "\" is no word that this program writes there");
  return *value;
}

/// The value of a key that earlier versions did not write.
template <class T>
T value_or(const Json& object, const char* key, T otherwise) {
  return object.contains(key) && !object.at(key).is_null() ? object.at(key).get<T>() : otherwise;
}

/// The payer of that id. Errors: UnsoundDocument where the document does not tell of it.
Payer payer_in(const Json& id, const PayerList& payers);
Manifest manifest_in(const Json& part);
std::vector<Finding> findings_in(const Json& part);
std::vector<MonthlyFigure> monthly_in(const Json& part);
/// budget_fen and projected_fen of the object.
Comparison comparison_in(const Json& object);

}  // namespace disburse
