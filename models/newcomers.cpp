#include "models/newcomers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace disburse {
namespace {

/// Who join in proportion to whom.
struct Rule {
  const char* number;
  const char* share;
  const char* count;
  Scheme scheme;
  Role role;
};
constexpr std::array rules{Rule{"outlook.civil_service_new_members", "outlook.civil_service_new_share",
                                "counts.civil_service_active", Scheme::civil_service, Role::active},
                           Rule{"outlook.enterprise_reaching_old_age", "outlook.enterprise_reaching_share",
                                "counts.enterprise_retirees", Scheme::enterprise, Role::pensioner},
                           Rule{"outlook.resident_new_payers", "outlook.resident_new_share", "counts.resident_payers",
                                Scheme::resident, Role::payer}};

std::int64_t of_heads(std::int64_t heads, const Value& share) {
  const auto& rate = std::get<Rate>(share);
  return rounded_quotient(Int128{heads} * rate.numerator(), rate.denominator(), Rounding::half_up);
}

void fill(std::string& text, std::string_view gap, const std::string& with) {
  if (const auto at = text.find(gap); at != std::string::npos) text.replace(at, gap.size(), with);
}

/// One value for each of the share's, so that a share may change over the years.
void state(Parameter& number, const Parameter& share, std::int64_t heads) {
  for (DatedValue value : share.values) {
    fill(value.reference, "{heads}", std::to_string(heads));
    fill(value.reference, "{share}", value_text(value.value));
    value.value = of_heads(heads, value.value);
    number.values.push_back(std::move(value));
  }
  if (!share.uncertainty) return;
  Uncertainty range = *share.uncertainty;
  range.low = of_heads(heads, range.low);
  range.high = of_heads(heads, range.high);
  if (range.low != range.high) number.uncertainty = std::move(range);
}

}  // namespace

Headcount counts_in(const ParameterTree& tree) {
  return [&tree](const char* path, Scheme, Role) -> std::int64_t {
    const Parameter* count = tree.find(path);
    const auto* heads =
        count == nullptr || count->values.empty() ? nullptr : std::get_if<std::int64_t>(&count->values.back().value);
    return heads == nullptr ? 0 : *heads;
  };
}

void count_members(const Roster& members, std::map<std::pair<Scheme, Role>, std::int64_t>& into) {
  for (std::size_t row = 0; row < members.size(); ++row) ++into[{members.scheme[row], members.role[row]}];
}

ParameterTree with_newcomers(const ParameterTree& tree, const Headcount& heads) {
  ParameterTree stated;
  const auto of_number = [](const std::string& path) {
    return std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return path == rule.number; });
  };
  for (const auto& [path, parameter] : tree.all()) {
    const std::string& name = path;
    if (std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return name == rule.share; })) continue;
    const auto rule = of_number(path);
    const Parameter* share = rule == rules.end() ? nullptr : tree.find(rule->share);
    if (share == nullptr || !parameter.values.empty()) {
      stated.add(parameter);
      continue;
    }
    Parameter number = parameter;
    number.origin = by_headcount;
    state(number, *share, heads(rule->count, rule->scheme, rule->role));
    stated.add(number);
  }
  return stated;
}

}  // namespace disburse
