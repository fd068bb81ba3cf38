// A re-forecast's JSON read back.
#include "outputs/planning/cash.hpp"
#include "outputs/planning/reforecast.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

Band band_in(const Json& part) { return {money_or_none(part.at("p10_fen")), money_or_none(part.at("p90_fen"))}; }

ReforecastLine line_in(const Json& part) {
  ReforecastLine line;
  line.code = text_or_none(part.at("code")).value_or("");
  line.name = part.at("name").get<std::string>();
  line.budget = money_in(part.at("budget_fen"));
  line.locked = money_in(part.at("locked_fen"));
  line.estimate = money_in(part.at("estimate_fen"));
  line.band = band_in(part);
  line.exhausted = month_or_none(part.at("exhausted"));
  line.over = number_or_none(part.at("probability_over_budget"));
  return line;
}

YearEstimate year_in(const Json& part) {
  YearEstimate year;
  year.locked = money_in(part.at("locked_fen"));
  year.projected_locked = money_in(part.at("projected_locked_fen"));
  year.remaining = money_in(part.at("remaining_fen"));
  year.projected_remaining = Money::fen(value_or<std::int64_t>(part, "projected_remaining_fen", year.remaining.fen()));
  const Json& variance = part.at("variance");
  year.variance = {money_in(variance.at("timing_fen")), money_in(variance.at("volume_fen")),
                   money_in(variance.at("mix_fen")), money_in(variance.at("price_fen"))};
  year.persons_ratio = part.at("persons_ratio").get<double>();
  year.price_ratio = part.at("price_ratio").get<double>();
  year.credibility = part.at("credibility").get<double>();
  for (const Json& month : part.at("months")) {
    year.months.push_back(money_in(month.at("line_fen")));
    year.persons.push_back(count_in(month.at("persons")));
  }
  return year;
}

ReforecastProgramme programme_in(const Json& part, Month last) {
  ReforecastProgramme programme;
  programme.id = part.at("id").get<std::string>();
  programme.name = part.at("name").get<std::string>();
  programme.line = value_or<std::string>(part, "line", "");
  programme.given = part.at("given").get<bool>();
  programme.year = year_in(part);
  programme.budget = money_in(part.at("budget_fen"));
  programme.projected = money_in(part.at("projected_fen"));
  programme.band = band_in(part);
  for (const Json& month : part.at("months")) {
    const Month one = month_in(month.at("month"));
    if (programme.given && one <= last && !month.at("locked").get<bool>()) programme.open.push_back(one);
  }
  return programme;
}

WeighedQuestion reading_in(const Json& part) {
  WeighedQuestion question{
      part.at("id").get<std::string>(), part.at("name").get<std::string>(), part.at("name_en").get<std::string>(), {}};
  for (const Json& one : part.at("answers")) {
    question.answers.push_back({one.at("name").get<std::string>(), one.at("name_en").get<std::string>(),
                                one.at("weight_before").get<double>(), one.at("weight_after").get<double>(),
                                money_in(one.at("so_far_fen")), money_in(one.at("estimate_fen"))});
  }
  return question;
}

}  // namespace

Manifested<ReforecastResult> reforecast_from_json(const Json& document) {
  ReforecastResult result;
  result.scenario = document.at("scenario").get<std::string>();
  result.file = document.at("actuals").get<std::string>();
  result.last = month_in(document.at("locked_to"));
  result.year = document.at("fiscal_year").get<int>();
  for (const Json& programme : document.at("programmes"))
    result.programmes.push_back(programme_in(programme, result.last));
  for (const Json& line : document.at("lines")) result.lines.push_back(line_in(line));
  result.total = line_in(document.at("total"));
  result.paid = money_in(document.at("paid_fen"));
  for (const Json& reading : document.at("readings")) result.readings.push_back(reading_in(reading));
  result.cash.scenario = result.scenario;
  result.cash.needs = cash_needs_in(document.at("cash"), payers_in(document));
  result.cash.rule = value_or<std::string>(document, "cash_rule", "");
  result.cash.years_unknown = value_or(document, "cash_years_without_holidays", std::vector<int>{});
  std::vector<Finding> findings = findings_in(document.at("findings"));
  doubts_out_of(findings);  // the manifest has them
  result.findings = std::move(findings);
  return {std::move(result), manifest_with_doubts(document), value_or<std::string>(document, "command", "")};
}

}  // namespace disburse
