#include "engine/app/limit.hpp"

#include <algorithm>
#include <optional>

#include "engine/base/error.hpp"
#include "engine/law/programme_names.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

struct Limit {
  std::string subject;  ///< "line.2089999", "programme.unity_award", "total"
  std::string measure;  ///< execution_rate, projected, difference, budget
  std::string sign;     ///< > >= < <=
  std::string bound;
};

std::optional<Limit> parse(const std::string& written) {
  const std::string text = plain_text(written);
  const auto sign_at = text.find_first_of("<>");
  if (sign_at == std::string::npos) return std::nullopt;
  const auto bound_at = text.find_first_not_of("<>=", sign_at);
  const auto dot = text.rfind('.', sign_at);
  if (bound_at == std::string::npos || dot == std::string::npos) return std::nullopt;
  Limit limit{text.substr(0, dot), text.substr(dot + 1, sign_at - dot - 1), text.substr(sign_at, bound_at - sign_at),
              text.substr(bound_at)};
  const bool known = limit.sign == ">" || limit.sign == ">=" || limit.sign == "<" || limit.sign == "<=";
  return known ? std::optional(limit) : std::nullopt;
}

/// The programme that "programme.ID" or "programme.NAME" means, as "programme.ID"; other subjects as they are.
std::string known_subject(const RunResult& result, const std::string& subject) {
  constexpr std::string_view of_programme = "programme.";
  if (!subject.starts_with(of_programme)) return subject;
  std::vector<NamedProgramme> named;
  for (const ProgrammeResult& one : result.programmes) named.push_back({one.id, one.name, one.name_en});
  const MeantProgramme meant = meant_programme(subject.substr(of_programme.size()), named);
  return meant.id.empty() ? subject : std::string(of_programme) + meant.id;
}

const Comparison* find_subject(const RunResult& result, const std::string& said, std::vector<std::string>& names) {
  const std::string subject = known_subject(result, said);
  const Comparison* found = subject == "total" ? &result.total : nullptr;
  names.emplace_back("total");
  for (const LineFigure& line : result.lines) {
    names.push_back("line." + line.code);
    if (subject == names.back()) found = &line.amount;
  }
  for (const ProgrammeResult& programme : result.programmes) {
    names.push_back("programme." + programme.id);
    if (subject == names.back()) found = &programme.amount;
  }
  return found;
}

/// A measure as an exact number, so that a limit is never crossed by a rounding.
std::optional<Rate> value_of(const Comparison& amount, const std::string& measure) {
  if (measure == "projected") return Rate(amount.projected.fen(), 1);
  if (!amount.budget) return std::nullopt;
  if (measure == "budget") return Rate(amount.budget->fen(), 1);
  if (measure == "difference") return Rate(amount.difference()->fen(), 1);
  if (*amount.budget == Money{}) return std::nullopt;
  return Rate(amount.projected.fen(), amount.budget->fen());
}

bool holds(const Rate& value, const std::string& sign, const Rate& bound) {
  if (sign == ">") return value > bound;
  if (sign == ">=") return value >= bound;
  return sign == "<" ? value < bound : value <= bound;
}

std::optional<Rate> bound_of(const Limit& limit) {
  if (limit.measure == "execution_rate") return Rate::parse(limit.bound);
  const auto money = spoken_money(limit.bound);
  return money ? std::optional(Rate(money->fen(), 1)) : std::nullopt;
}

}  // namespace

std::vector<std::string> crossed_limits(const RunResult& result, const std::vector<std::string>& limits) {
  static const std::vector<std::string> measures = {"execution_rate", "projected", "difference", "budget"};
  InputErrors errors;
  std::vector<std::string> crossed;
  for (const std::string& text : limits) {
    const auto limit = parse(text);
    std::vector<std::string> names;
    const Comparison* subject = limit ? find_subject(result, limit->subject, names) : nullptr;
    const bool measured = limit && std::find(measures.begin(), measures.end(), limit->measure) != measures.end();
    const auto bound = measured ? bound_of(*limit) : std::nullopt;
    if (subject == nullptr || !bound) {
      const std::string near = limit ? nearest_name(limit->subject, names) : "";
      errors.add(
          {"--fail-if", 0, 0}, text, "is no limit that can be checked"_m,
          "wanted is SUBJECT.MEASURE>BOUND with total, line.CODE or programme.ID and execution_rate, projected, difference or budget (money with its unit)"_m,
          near.empty() || subject != nullptr ? "Write line.2089999.execution_rate>1.02"_m : "Did you mean {}?"_m(near));
      continue;
    }
    const auto value = value_of(*subject, limit->measure);
    if (value && holds(*value, limit->sign, *bound)) crossed.push_back(text);
  }
  throw_if_any(Door::command_line, std::move(errors));
  return crossed;
}

}  // namespace disburse
