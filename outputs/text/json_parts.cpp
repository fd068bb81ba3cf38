#include "outputs/text/json_parts.hpp"

#include <cmath>

#include "outputs/text/messages.hpp"

namespace disburse {

std::optional<Money> average_of(const MonthlyFigure& month) {
  if (!(month.headcount > 0.0)) return std::nullopt;
  return Money::fen(std::llround(static_cast<double>(month.paid.fen()) / month.headcount));
}

Json fen_or_null(const std::optional<Money>& amount) { return amount ? Json(amount->fen()) : Json(nullptr); }

std::string json_text(const Json& document) {
  // Text from outside may hold broken UTF-8; it is replaced rather than ending the program.
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json payer_list_part(const std::vector<Payer>& payers) {
  Json part = Json::array();
  for (const Payer& payer : payers) {
    const PayerDefinition& one = payer.definition();
    part.push_back({{"payer", one.id}, {"name", one.name}, {"name_en", one.name_en}, {"purse", to_string(one.purse)}});
  }
  return part;
}

PayerList payers_in(const Json& document) {
  std::vector<PayerDefinition> payers;
  for (const Json& one : document.at("payers")) {
    payers.push_back({one.at("payer"), one.at("name"), one.at("name_en"),
                      from_code<Purse>(one.at("purse").get<std::string>()).value_or(Purse::government)});
  }
  return PayerList(std::move(payers));
}

Json manifest_part(const Manifest& manifest) {
  Json part;
  part["version"] = manifest.version;
  part["commit"] = manifest.commit;
  part["seed"] = manifest.seed;
  part["replicates"] = manifest.replicates;
  part["mode"] = manifest.mode;
  // A check without a scenario has no months.
  part["first_month"] = manifest.horizon.count == 0 ? Json(nullptr) : Json(to_string(manifest.horizon.first));
  part["months"] = manifest.horizon.count;
  part["digests"]["scenario"] = manifest.scenario_digest;
  part["digests"]["law"] = manifest.law_digest;
  part["digests"]["budget"] = manifest.budget_digest;
  part["digests"]["roster"] = manifest.roster_digest;
  return part;
}

Json findings_part(const std::vector<Finding>& findings, Language language) {
  Json part = Json::array();
  for (const Finding& finding : findings) {
    Json entry;
    entry["code"] = finding.code;
    entry["severity"] = to_string(finding.severity);
    entry["where"] = say(language, finding.where);
    entry["message"] = say(language, finding.message);
    part.push_back(std::move(entry));
  }
  return part;
}

Json monthly_part(const std::vector<MonthlyFigure>& monthly) {
  Json part = Json::array();
  for (const MonthlyFigure& figure : monthly) {
    Json entry;
    entry["month"] = to_string(figure.month);
    entry["headcount"] = figure.headcount;
    entry["paid_fen"] = figure.paid.fen();
    entry["line_fen"] = figure.line.fen();
    entry["average_fen"] = fen_or_null(average_of(figure));
    part.push_back(std::move(entry));
  }
  return part;
}

void add_comparison(Json& object, const Comparison& amount) {
  object["budget_fen"] = fen_or_null(amount.budget);
  object["projected_fen"] = amount.projected.fen();
  object["difference_fen"] = fen_or_null(amount.difference());
  object["execution_rate"] = or_null(amount.execution_rate());
}

}  // namespace disburse
