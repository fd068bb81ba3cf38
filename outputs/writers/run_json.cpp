#include "outputs/writers/run_json.hpp"

#include "outputs/writers/json_parts.hpp"

namespace disburse {
namespace {

Json basis_share_part(const BasisShare& share) {
  Json part;
  part["projected"] = share.projected;
  part["calibrated"] = share.calibrated;
  part["planned"] = share.planned;
  return part;
}

Json lines_part(const std::vector<LineFigure>& lines) {
  Json part = Json::array();
  for (const LineFigure& line : lines) {
    Json entry;
    entry["code"] = line.code;
    entry["name"] = line.name;
    add_comparison(entry, line.amount);
    part.push_back(std::move(entry));
  }
  return part;
}

Json payers_part(const ProgrammeResult& programme) {
  Json part = Json::array();
  for (const auto& [payer, amount] : programme.by_payer) {
    Json entry;
    entry["payer"] = to_string(payer);
    entry["paid_fen"] = amount.fen();
    part.push_back(std::move(entry));
  }
  return part;
}

Json meaning_part(const std::optional<DifferenceMeaning>& meaning) {
  if (!meaning) return nullptr;
  Json part;
  part["unit_name"] = meaning->unit_name;
  part["budget_units"] = meaning->budget_units;
  part["projected_units"] = meaning->projected_units;
  part["budget_price_fen"] = meaning->budget_price.fen();
  part["projected_price_fen"] = meaning->projected_price.fen();
  part["volume_effect_fen"] = meaning->volume_effect.fen();
  part["price_effect_fen"] = meaning->price_effect.fen();
  part["sentences"] = meaning->sentences;
  part["sentences_en"] = meaning->sentences_en;
  return part;
}

Json programme_part(const ProgrammeResult& programme) {
  Json part;
  part["id"] = programme.id;
  part["name"] = programme.name;
  part["name_en"] = programme.name_en;
  part["line"] = or_null(programme.line);
  add_comparison(part, programme.amount);
  part["outlay_fen"] = programme.outlay.fen();
  part["headcount"] = or_null(programme.headcount);
  part["basis"] = to_string(programme.basis);
  part["basis_reason"] = programme.basis_reason;
  part["monthly"] = monthly_part(programme.monthly);
  part["by_line"] = lines_part(programme.by_line);
  if (!programme.by_economic.empty()) part["by_economic"] = lines_part(programme.by_economic);
  part["by_payer"] = payers_part(programme);
  part["meaning"] = meaning_part(programme.meaning);
  return part;
}

Json flow_part(const FlowMonth& flow) {
  Json part;
  part["opening"] = flow.opening;
  part["entrants"] = flow.entrants;
  part["deaths"] = flow.deaths;
  part["other_exits"] = flow.other_exits;
  part["closing"] = flow.closing;
  return part;
}

Json population_part(const std::vector<PopulationFlow>& population) {
  Json part = Json::array();
  for (const PopulationFlow& flow : population) {
    Json entry;
    entry["scheme"] = to_string(flow.scheme);
    entry.update(flow_part(flow.year));
    entry["monthly"] = Json::array();
    for (const FlowMonth& month : flow.monthly) {
      Json row;
      row["month"] = to_string(month.month);
      row.update(flow_part(month));
      entry["monthly"].push_back(std::move(row));
    }
    entry["years"] = Json::array();
    for (const FlowMonth& year : flow.years) {
      Json row;
      row["year"] = year.month.year();
      row.update(flow_part(year));
      entry["years"].push_back(std::move(row));
    }
    part.push_back(std::move(entry));
  }
  return part;
}

Json years_part(const std::vector<YearFigure>& years) {
  Json part = Json::array();
  for (const YearFigure& year : years) {
    Json entry;
    entry["year"] = year.year;
    entry["line_fen"] = year.line.fen();
    entry["outlay_fen"] = year.outlay.fen();
    entry["programmes"] = Json::array();
    for (const YearOfProgramme& programme : year.programmes) {
      Json row;
      row["id"] = programme.id;
      row["line_fen"] = programme.line.fen();
      row["outlay_fen"] = programme.outlay.fen();
      row["headcount"] = programme.headcount;
      row["units"] = programme.units;
      row["average_fen"] = programme.average.fen();
      row["entrants"] = programme.entrants;
      row["deaths"] = programme.deaths;
      entry["programmes"].push_back(std::move(row));
    }
    entry["lines"] = lines_part(year.lines);
    part.push_back(std::move(entry));
  }
  return part;
}

Json documents_part(const std::vector<DocumentSpend>& documents) {
  Json part = Json::array();
  for (const DocumentSpend& spend : documents) {
    part.push_back({{"document", spend.document},
                    {"status", to_string(spend.status)},
                    {"ruled_fen", spend.ruled.fen()},
                    {"touched_fen", spend.touched.fen()},
                    {"programmes", spend.programmes},
                    {"parameters", spend.parameters}});
  }
  return part;
}

Json carried_part(const std::vector<CarriedValue>& carried) {
  Json part = Json::array();
  for (const CarriedValue& value : carried) {
    Json entry;
    entry["path"] = value.path;
    entry["name"] = value.name;
    entry["value"] = value.value;
    entry["since"] = to_string(value.since);
    entry["outlay_fen"] = value.outlay.fen();
    part.push_back(std::move(entry));
  }
  return part;
}

Json control_part(const std::vector<ControlLine>& control) {
  Json part = Json::array();
  for (const ControlLine& line : control) {
    Json entry;
    entry["name"] = line.name;
    entry["left"] = line.left;
    entry["right"] = line.right;
    entry["balanced"] = line.balanced;
    part.push_back(std::move(entry));
  }
  return part;
}

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

}  // namespace

std::string run_json(const RunResult& result) {
  Json document;
  document["schema"] = "disburse/run/1";
  document["scenario"] = result.scenario.name;
  document["fiscal_year"] = result.fiscal_year;
  document["basis_share"] = basis_share_part(result.basis_share);
  document["manifest"] = manifest_part(result.manifest);
  document["lines"] = lines_part(result.lines);
  document["programmes"] = Json::array();
  for (const ProgrammeResult& programme : result.programmes) {
    document["programmes"].push_back(programme_part(programme));
  }
  document["total"] = Json::object();
  add_comparison(document["total"], result.total);
  document["monthly"] = monthly_part(result.monthly);
  document["years"] = years_part(result.years);
  document["carried"] = carried_part(result.carried);
  document["documents"] = documents_part(result.documents);
  if (result.risk) document["risk"] = risk_part(*result.risk);
  document["population"] = population_part(result.population);
  document["contributors"] = population_part(result.contributors);
  document["control"] = control_part(result.control);
  document["findings"] = findings_part(result.findings);
  return json_text(document);
}

}  // namespace disburse
