#pragma once
// Parameters that a statement cites: each once, numbered, with value, dates, status and source.
#include <string>
#include <vector>

#include "engine/projection/explain.hpp"
#include "engine/support/text_table.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Every distinct parameter, in order of first use; its mark is its place, from 1.
class CitedParameters {
 public:
  CitedParameters() = default;
  explicit CitedParameters(const Statement& statement);
  void cite(const std::vector<UsedParameter>& parameters);
  const std::vector<UsedParameter>& all() const { return all_; }
  /// The marks of these parameters, in their own order.
  std::vector<std::size_t> marks(const std::vector<UsedParameter>& parameters) const;

 private:
  std::size_t find(const UsedParameter& parameter) const;
  std::vector<UsedParameter> all_;
};

/// "[1][3]"
std::string marks_text(const std::vector<std::size_t>& marks);
/// `text` below a row, indented and wrapped.
void add_note(TextTable& table, const std::string& text);
/// The list that the marks point into.
std::string parameters_text(const CitedParameters& cited, Language language);
Json parameters_part(const CitedParameters& cited);

}  // namespace disburse
