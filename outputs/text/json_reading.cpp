#include "outputs/text/json_reading.hpp"

#include <limits>

namespace disburse {
namespace {

std::optional<Severity> severity_from(const std::string& text) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    if (text == to_string(severity)) return severity;
  }
  return std::nullopt;
}

}  // namespace

Money money_in(const Json& fen) { return Money::fen(fen.get<std::int64_t>()); }

std::optional<Money> money_or_none(const Json& fen) {
  return fen.is_null() ? std::nullopt : std::optional(money_in(fen));
}

double count_in(const Json& count) {
  return count.is_null() ? std::numeric_limits<double>::quiet_NaN() : count.get<double>();
}

std::optional<double> number_or_none(const Json& number) {
  return number.is_null() ? std::nullopt : std::optional(number.get<double>());
}

std::optional<std::string> text_or_none(const Json& text) {
  return text.is_null() ? std::nullopt : std::optional(text.get<std::string>());
}

Month month_in(const Json& month) {
  return word_in(month, [](const std::string& text) { return Month::parse(text); });
}

std::optional<Month> month_or_none(const Json& month) {
  return month.is_null() ? std::nullopt : std::optional(month_in(month));
}

Date day_in(const Json& day) {
  return word_in(day, [](const std::string& text) { return Date::parse(text); });
}

Payer payer_in(const Json& id, const PayerList& payers) {
  return word_in(id, [&](const std::string& text) { return payers.find(text); });
}

Manifest manifest_in(const Json& part) {
  Manifest manifest;
  manifest.version = part.at("version").get<std::string>();
  manifest.commit = part.at("commit").get<std::string>();
  manifest.seed = part.at("seed").get<std::uint64_t>();
  manifest.replicates = part.at("replicates").get<int>();
  manifest.mode = part.at("mode").get<std::string>();
  manifest.horizon.count = part.at("months").get<int>();
  if (!part.at("first_month").is_null()) manifest.horizon.first = month_in(part.at("first_month"));
  const Json& digests = part.at("digests");
  manifest.scenario_digest = digests.at("scenario").get<std::string>();
  manifest.law_digest = digests.at("law").get<std::string>();
  manifest.budget_digest = digests.at("budget").get<std::string>();
  manifest.roster_digest = digests.at("roster").get<std::string>();
  return manifest;
}

std::vector<Finding> findings_in(const Json& part) {
  std::vector<Finding> findings;
  for (const Json& entry : part) {
    Finding finding;
    finding.code = entry.at("code").get<std::string>();
    finding.severity = word_in(entry.at("severity"), severity_from);
    finding.where = Message::verbatim(entry.at("where").get<std::string>());
    finding.message = Message::verbatim(entry.at("message").get<std::string>());
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<MonthlyFigure> monthly_in(const Json& part) {
  std::vector<MonthlyFigure> monthly;
  for (const Json& entry : part) {
    monthly.push_back({month_in(entry.at("month")), count_in(entry.at("headcount")), money_in(entry.at("paid_fen")),
                       money_in(entry.at("line_fen"))});
  }
  return monthly;
}

Comparison comparison_in(const Json& object) {
  return {money_or_none(object.at("budget_fen")), money_in(object.at("projected_fen"))};
}

}  // namespace disburse
