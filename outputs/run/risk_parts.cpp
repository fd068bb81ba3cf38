#include "outputs/run/risk_parts.hpp"

#include "outputs/text/estimate_words.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {

Json spread_part(const Spread& spread) {
  return {{"mean_fen", spread.mean.fen()},
          {"deviation_fen", spread.deviation.fen()},
          {"standard_error_fen", spread.standard_error.fen()},
          {"p05_fen", spread.p05.fen()},
          {"p10_fen", spread.p10.fen()},
          {"p50_fen", spread.p50.fen()},
          {"p90_fen", spread.p90.fen()},
          {"p95_fen", spread.p95.fen()}};
}

namespace {

Json spread_or_null(const std::optional<Spread>& spread) { return spread ? spread_part(*spread) : Json(nullptr); }

const char* word_of(RiskFigure::Of of) {
  switch (of) {
    case RiskFigure::Of::programme: return "programme";
    case RiskFigure::Of::line: return "line";
    case RiskFigure::Of::total: return "total";
  }
  return "";
}

Json figure_part(const RiskFigure& figure) {
  Json part;
  part["of"] = word_of(figure.of);
  part["id"] = figure.id;
  part["name"] = figure.name;
  part["year"] = figure.year;
  part["budget_fen"] = figure.budget ? Json(figure.budget->fen()) : Json(nullptr);
  part["exact"] = {{"mean_fen", figure.exact_mean.fen()}, {"deviation_fen", figure.exact_deviation.fen()}};
  part["chance"] = spread_part(figure.chance);
  part["both"] = spread_or_null(figure.both);
  part["over"] = figure.over ? Json(*figure.over) : Json(nullptr);
  part["over_error"] = figure.over_error;
  part["reserve_90_fen"] = figure.budget ? Json(figure.reserve_90.fen()) : Json(nullptr);
  part["reserve_95_fen"] = figure.budget ? Json(figure.reserve_95.fen()) : Json(nullptr);
  part["likely_over"] = figure.likely_over ? Json(to_string(*figure.likely_over)) : Json(nullptr);
  return part;
}

std::optional<RiskFigure::Of> of_from(const std::string& word) {
  for (const RiskFigure::Of of : {RiskFigure::Of::programme, RiskFigure::Of::line, RiskFigure::Of::total}) {
    if (word == word_of(of)) return of;
  }
  return std::nullopt;
}

Spread spread_in(const Json& part) {
  return {money_in(part.at("mean_fen")), money_in(part.at("deviation_fen")), money_in(part.at("standard_error_fen")),
          money_in(part.at("p05_fen")),  money_in(part.at("p10_fen")),       money_in(part.at("p50_fen")),
          money_in(part.at("p90_fen")),  money_in(part.at("p95_fen"))};
}

std::optional<Spread> spread_or_none(const Json& part) {
  return part.is_null() ? std::nullopt : std::optional(spread_in(part));
}

RiskFigure figure_in(const Json& part) {
  RiskFigure figure;
  figure.of = word_in(part.at("of"), of_from);
  figure.id = part.at("id").get<std::string>();
  figure.name = part.at("name").get<std::string>();
  figure.year = part.at("year").get<int>();
  figure.budget = money_or_none(part.at("budget_fen"));
  figure.exact_mean = money_in(part.at("exact").at("mean_fen"));
  figure.exact_deviation = money_in(part.at("exact").at("deviation_fen"));
  figure.chance = spread_in(part.at("chance"));
  figure.both = spread_or_none(part.at("both"));
  figure.over = number_or_none(part.at("over"));
  figure.over_error = part.at("over_error").get<double>();
  figure.reserve_90 = money_or_none(part.at("reserve_90_fen")).value_or(Money{});
  figure.reserve_95 = money_or_none(part.at("reserve_95_fen")).value_or(Money{});
  figure.likely_over = month_or_none(part.at("likely_over"));
  return figure;
}

}  // namespace

Json risk_part(const RiskResult& risk) {
  Json part;
  part["replicates"] = risk.replicates;
  part["assumptions"] = risk.assumptions;
  part["seed"] = risk.seed;
  part["figures"] = Json::array();
  for (const RiskFigure& figure : risk.figures) part["figures"].push_back(figure_part(figure));
  part["spent_so_far"] = Json::array();
  for (const RiskMonth& month : risk.months) {
    part["spent_so_far"].push_back({{"month", to_string(month.month)},
                                    {"chance", spread_part(month.chance)},
                                    {"both", spread_or_null(month.both)}});
  }
  part["exceedance"] = Json::array();
  for (const auto& [above, amount] : risk.exceedance)
    part["exceedance"].push_back({{"percent_above", above}, {"amount_fen", amount.fen()}});
  part["drawn"] = Json::array();
  for (const DrawnAssumption& one : risk.drawn) {
    part["drawn"].push_back({{"path", one.path},
                             {"name", one.name},
                             {"low", one.low},
                             {"high", one.high},
                             {"distribution", one.distribution}});
  }
  return part;
}

Json programme_risk_part(const RiskFigure& figure) {
  const Spread& spread = band_of(figure);
  return {{"mean_fen", spread.mean.fen()}, {"sd_fen", spread.deviation.fen()},
          {"p05_fen", spread.p05.fen()},   {"p50_fen", spread.p50.fen()},
          {"p95_fen", spread.p95.fen()},   {"probability_over_budget", or_null(figure.over)}};
}

Json differences_part(const std::vector<DifferenceFigure>& differences) {
  Json part = Json::array();
  for (const DifferenceFigure& figure : differences) {
    Json entry = spread_part(figure.difference);
    entry["of"] = word_of(figure.of);
    entry["id"] = figure.id;
    entry["name"] = figure.name;
    entry["year"] = figure.year;
    part.push_back(std::move(entry));
  }
  return part;
}

RiskResult risk_in(const Json& part) {
  RiskResult risk;
  risk.replicates = part.at("replicates").get<std::uint32_t>();
  risk.assumptions = part.at("assumptions").get<std::uint32_t>();
  risk.seed = part.at("seed").get<std::uint64_t>();
  for (const Json& figure : part.at("figures")) risk.figures.push_back(figure_in(figure));
  for (const Json& month : part.at("spent_so_far")) {
    risk.months.push_back(
        {month_in(month.at("month")), spread_in(month.at("chance")), spread_or_none(month.at("both"))});
  }
  for (const Json& point : part.at("exceedance"))
    risk.exceedance.emplace_back(point.at("percent_above").get<int>(), money_in(point.at("amount_fen")));
  for (const Json& one : part.at("drawn")) {
    const auto text = [&](const char* key) { return one.at(key).get<std::string>(); };
    risk.drawn.push_back({text("path"), text("name"), text("low"), text("high"), text("distribution")});
  }
  return risk;
}

RiskFigure programme_risk_in(const Json& part) {
  RiskFigure figure;
  figure.of = RiskFigure::Of::programme;
  figure.chance.mean = money_in(part.at("mean_fen"));
  figure.chance.deviation = money_in(part.at("sd_fen"));
  figure.chance.p05 = money_in(part.at("p05_fen"));
  figure.chance.p50 = money_in(part.at("p50_fen"));
  figure.chance.p95 = money_in(part.at("p95_fen"));
  figure.over = number_or_none(part.at("probability_over_budget"));
  return figure;
}

std::vector<DifferenceFigure> differences_in(const Json& part) {
  std::vector<DifferenceFigure> differences;
  for (const Json& entry : part) {
    differences.push_back({word_in(entry.at("of"), of_from), entry.at("id").get<std::string>(),
                           entry.at("name").get<std::string>(), entry.at("year").get<int>(), spread_in(entry)});
  }
  return differences;
}

}  // namespace disburse
