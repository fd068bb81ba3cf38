#include "outputs/writers/risk_parts.hpp"

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

}  // namespace disburse
