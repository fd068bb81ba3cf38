#include "outputs/run/run_json.hpp"

#include <algorithm>

#include "outputs/run/band_parts.hpp"
#include "outputs/run/risk_parts.hpp"
#include "outputs/text/json_parts.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

Json basis_share_part(const BasisShare& share) {
  Json part;
  part["projected"] = share.projected;
  part["calibrated"] = share.calibrated;
  part["planned"] = share.planned;
  return part;
}

/// What the scenario changes, each path once.
Json overridden_part(const Scenario& scenario) {
  Json part = Json::array();
  for (const Override& change : scenario.overrides) {
    if (std::find(part.begin(), part.end(), change.path) == part.end()) part.push_back(change.path);
  }
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
  part["unit_name"] = say(Language::zh, meaning->unit_name);
  part["budget_units"] = meaning->budget_units;
  part["projected_units"] = meaning->projected_units;
  part["budget_price_fen"] = meaning->budget_price.fen();
  part["projected_price_fen"] = meaning->projected_price.fen();
  part["volume_effect_fen"] = meaning->volume_effect.fen();
  part["price_effect_fen"] = meaning->price_effect.fen();
  part["sentences"] = Json::array();
  part["sentences_en"] = Json::array();
  for (const Message& sentence : meaning->sentences) {
    part["sentences"].push_back(say(Language::zh, sentence));
    part["sentences_en"].push_back(say(Language::en, sentence));
  }
  return part;
}

/// The programme's figure of the budget's year; null where nothing was drawn.
const RiskFigure* risk_of(const RunResult& run, const std::string& programme) {
  if (!run.risk) return nullptr;
  for (const RiskFigure& figure : run.risk->figures) {
    if (figure.of == RiskFigure::Of::programme && figure.id == programme && figure.year == run.fiscal_year)
      return &figure;
  }
  return nullptr;
}

Json programme_part(const ProgrammeResult& programme, const RiskFigure* risk) {
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
  part["basis_reason_en"] = programme.basis_reason_en;
  part["monthly"] = monthly_part(programme.monthly);
  part["by_line"] = lines_part(programme.by_line);
  if (!programme.by_economic.empty()) part["by_economic"] = lines_part(programme.by_economic);
  part["by_payer"] = payers_part(programme);
  part["meaning"] = meaning_part(programme.meaning);
  if (risk != nullptr) part["risk"] = programme_risk_part(*risk);
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

Json outturns_part(const std::vector<OutturnFigure>& outturns, Language language) {
  Json part = Json::array();
  for (const OutturnFigure& line : outturns) {
    Json entry;
    entry["code"] = line.code;
    entry["name"] = line.name;
    entry["published_fen"] = line.published.fen();
    entry["projected_fen"] = line.projected ? Json(line.projected->fen()) : Json(nullptr);
    entry["why"] = say(language, line.why);
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
                    {"falls_away_fen", spend.falls_away.fen()},
                    {"falls_away_by", spend.shared     ? "shared"
                                      : spend.repealed ? "left_out"
                                                       : "rest"},
                    {"touched_fen", spend.touched.fen()},
                    {"programmes", spend.programmes},
                    {"parameters", spend.parameters}});
  }
  return part;
}

/// What each parameter is called, for those who read of paths elsewhere in the document.
Json parameters_part(const std::vector<Parameter>& parameters) {
  Json part = Json::array();
  for (const Parameter& parameter : parameters)
    part.push_back({{"path", parameter.path}, {"name", parameter.name}, {"unit", to_string(parameter.unit)}});
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

Json control_part(const std::vector<ControlLine>& control, Language language) {
  Json part = Json::array();
  for (const ControlLine& line : control) {
    Json entry;
    entry["name"] = say(language, line.name);
    entry["left"] = line.left;
    entry["right"] = line.right;
    entry["balanced"] = line.balanced;
    part.push_back(std::move(entry));
  }
  return part;
}

}  // namespace

void add_run_figures(Json& document, const RunResult& result) {
  document["lines"] = lines_part(result.lines);
  document["programmes"] = Json::array();
  for (const ProgrammeResult& programme : result.programmes) {
    document["programmes"].push_back(programme_part(programme, risk_of(result, programme.id)));
  }
  document["total"] = Json::object();
  add_comparison(document["total"], result.total);
  document["monthly"] = monthly_part(result.monthly);
  document["years"] = years_part(result.years);
}

std::string run_json(const RunResult& result, Language language, const RunBeside& beside) {
  Json document;
  document["schema"] = "disburse/run/1";
  document["scenario"] = result.scenario.name;
  document["fiscal_year"] = result.fiscal_year;
  document["budget_version"] = result.budget_version;
  if (!result.scenario.overrides.empty()) document["overridden"] = overridden_part(result.scenario);
  document["carried_over"] = Json::array();
  for (const BudgetItem& item : result.carried_over)
    document["carried_over"].push_back({{"code", item.code}, {"name", item.name}, {"amount_fen", item.amount.fen()}});
  document["basis_share"] = basis_share_part(result.basis_share);
  document["manifest"] = manifest_part(result.manifest);
  document["payers"] = payer_list_part(payers_of(result.programmes));
  add_run_figures(document, result);
  document["carried"] = carried_part(result.carried);
  document["documents"] = documents_part(result.documents);
  document["parameters"] = parameters_part(result.parameters);
  if (beside.bands) document["bands"] = bands_part(*beside.bands);
  if (!beside.outturns.empty())
    document["outturns"] = {{"year", beside.outturn_year}, {"lines", outturns_part(beside.outturns, language)}};
  if (result.risk) document["risk"] = risk_part(*result.risk);
  document["population"] = population_part(result.population);
  document["contributors"] = population_part(result.contributors);
  document["ages"] = Json::array();
  for (const AgeBand& group : result.ages)
    document["ages"].push_back(
        {{"scheme", to_string(group.scheme)}, {"from", group.from}, {"men", group.men}, {"women", group.women}});
  document["control"] = control_part(result.control, language);
  document["findings"] = findings_part(result.findings, language);
  return json_text(document);
}

}  // namespace disburse
