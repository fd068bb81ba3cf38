// A study as JSON (disburse/sensitivity/1).
#include "outputs/planning/study.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

Json estimated_part(const Estimated& one) { return {{"value", one.value}, {"low", one.low}, {"high", one.high}}; }

Json tornado_part(const StudyResult& result) {
  Json part = Json::array();
  for (const TornadoBar& bar : result.tornado) {
    part.push_back({{"path", result.inputs[bar.input].path},
                    {"at_low_fen", bar.at_low.fen()},
                    {"at_high_fen", bar.at_high.fen()},
                    {"elasticity", or_null(bar.elasticity)},
                    {"breaks_at", or_null(bar.breaks_at)},
                    {"dead", bar.dead},
                    {"one_sided", bar.one_sided}});
  }
  return part;
}

Json map_part(const StudyResult& result) {
  Json rows = Json::array();
  for (const auto& amounts : result.map->amounts) {
    Json row = Json::array();
    for (const Money amount : amounts) row.push_back(amount.fen());
    rows.push_back(std::move(row));
  }
  return {{"first", result.inputs[result.map->first].path},
          {"second", result.inputs[result.map->second].path},
          {"first_values", result.map->rows},
          {"second_values", result.map->columns},
          {"fen", std::move(rows)}};
}

Json factors_part(const StudyResult& result) {
  Json part = Json::array();
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    Json factor{{"name", factor_name(result, f)}, {"inputs", Json::array()}};
    for (const std::size_t input : result.factors[f].inputs) factor["inputs"].push_back(result.inputs[input].path);
    if (result.morris) {
      const ElementaryEffect& effect = result.morris->effects[f];
      factor["mu_fen"] = effect.mu;
      factor["mu_star_fen"] = effect.mu_star;
      factor["sigma_fen"] = effect.sigma;
    }
    if (result.sobol) {
      factor["first"] = estimated_part(result.sobol->first[f]);
      factor["total"] = estimated_part(result.sobol->total[f]);
    }
    if (result.shapley && result.factors[f].inputs.size() == 1)
      factor["shapley"] = estimated_part(result.shapley->share[result.factors[f].inputs.front()]);
    part.push_back(std::move(factor));
  }
  return part;
}

Json shapley_part(const StudyResult& result) {
  Json part{{"variance_fen2", result.shapley->variance}, {"evaluations", result.shapley->evaluations}};
  part["held"] = Json::array();
  for (const std::size_t input : result.shapley->held) part["held"].push_back(result.inputs[input].path);
  return part;
}

}  // namespace

Json study_part(const StudyResult& result, Language language) {
  Json part;
  part["method"] = result.method;
  part["line"] = result.line.empty() ? Json(nullptr) : Json(result.line);
  part["programme"] = result.programme.empty() ? Json(nullptr) : Json(result.programme);
  part["output"] = say(language, result.output_name);
  part["year"] = result.year;
  part["base_fen"] = result.base.fen();
  part["budget_fen"] = result.budget ? Json(result.budget->fen()) : Json(nullptr);
  part["budget_kind"] = result.budget_kind.empty() ? Json(nullptr) : Json(result.budget_kind);
  part["inputs"] = Json::array();
  for (const StudyInput& input : result.inputs) {
    part["inputs"].push_back({{"kind", input.kind},
                              {"path", input.path},
                              {"name", input.name},
                              {"unit", input.unit},
                              {"distribution", input.distribution},
                              {"source", input.source},
                              {"low", input.low},
                              {"base", input.base},
                              {"high", input.high},
                              {"numbers", {input.number_low, input.number_base, input.number_high}}});
  }
  part["tornado"] = tornado_part(result);
  if (!result.slopes.empty()) {
    part["gradient"] = Json::array();
    for (const Slope& slope : result.slopes) {
      part["gradient"].push_back({{"path", result.inputs[slope.input].path},
                                  {"fen_per_unit", slope.fen_per_unit},
                                  {"fen_per_percentage_point", or_null(slope.fen_per_point)},
                                  {"exact", slope.exact},
                                  {"dead", slope.dead}});
    }
  }
  if (result.map) part["heatmap"] = map_part(result);
  part["factors"] = factors_part(result);
  if (result.morris) {
    part["morris"] = {
        {"trajectories", result.trajectories}, {"levels", result.levels}, {"evaluations", result.morris->evaluations}};
  }
  if (result.sobol) {
    Json second = Json::array();
    for (const SecondOrder& pair : result.sobol->second) {
      second.push_back({{"first", factor_name(result, pair.first)},
                        {"second", factor_name(result, pair.second)},
                        {"index", estimated_part(pair.index)}});
    }
    Json convergence = Json::array();
    for (const auto& [samples, totals] : result.sobol->convergence)
      convergence.push_back({{"samples", samples}, {"totals", totals}});
    part["sobol"] = {{"mean_fen", result.sobol->mean},    {"variance_fen2", result.sobol->variance},
                     {"samples", result.sobol->samples},  {"evaluations", result.sobol->evaluations},
                     {"second_order", std::move(second)}, {"convergence", std::move(convergence)}};
  }
  if (result.shapley) part["shapley"] = shapley_part(result);
  part["cases"] = Json::array();
  for (const StudyCase& one : result.cases) {
    part["cases"].push_back({{"name", say(language, one.name)},
                             {"amount_fen", one.amount.fen()},
                             {"exhausted", one.exhausted ? Json(to_string(*one.exhausted)) : Json(nullptr)}});
  }
  if (result.quantiles) {
    const StudyQuantiles& q = *result.quantiles;
    part["quantiles"] = {{"p10_fen", q.p10.fen()},
                         {"p50_fen", q.p50.fen()},
                         {"p75_fen", q.p75.fen()},
                         {"p90_fen", q.p90.fen()},
                         {"p95_fen", q.p95.fen()}};
  }
  part["probability_over_budget"] = or_null(result.any_breaks);
  part["full_runs"] = result.full_runs;
  part["interpolation_error"] = or_null(result.surrogate_error);
  return part;
}

std::string study_json(const StudyResult& result, const DoubtedManifest& manifest, const std::string& command,
                       Language language) {
  Json document;
  document["schema"] = "disburse/sensitivity/1";
  document["scenario"] = result.scenario;
  document.update(study_part(result, language));
  document["findings"] = findings_part(doubts_and(manifest), language);
  document["manifest"] = manifest_part(manifest);
  document["command"] = command;
  return json_text(document);
}

}  // namespace disburse
