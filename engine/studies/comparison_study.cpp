// A base and its what-ifs, put together from runs, bridges, shares and spreads.
#include "engine/base/reject.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/scenario_comparison.hpp"

namespace disburse {
namespace {

/// One scenario of the comparison with everything that is made from it.
struct Side {
  const Scenario& scenario;
  Session session;
  RunResult result;
};

Side side_of(const LoadedData& data, const Scenario& scenario, int threads) {
  Session session = make_session(data, scenario);
  RunResult result = run(session, threads, Papers::left_out);
  return {scenario, std::move(session), std::move(result)};
}

void check_comparable(const Scenario& base, const Scenario& variant) {
  if (variant.horizon == base.horizon && variant.budget == base.budget && variant.recipe == base.recipe) return;
  reject_option("compare", "{} has another horizon, budget or recipe than the base"_m(variant.name),
                "differences would not be of policy"_m, "Give both the same, as with --horizon"_m);
}

VariantComparison compared(const Side& base, const Side& variant, Evaluator& evaluator,
                           const ComparisonRequest& request) {
  VariantComparison comparison = compare_runs(base.result, variant.result);
  const int year = base.result.fiscal_year;
  if (const auto changes = changes_between(base.scenario, variant.scenario)) {
    comparison.bridges = bridges(evaluator, *changes, year);
    for (const YearChange& other : comparison.years) {
      if (other.year == year || other.line.difference() == Money{}) continue;
      comparison.other_causes.push_back({other.year, bridges(evaluator, *changes, other.year)});
    }
    if (!request.attribute.empty()) {
      comparison.attribution = request.attribute;
      comparison.shares = shares_of(evaluator, *changes, request.attribute, year);
    }
  } else if (!request.attribute.empty()) {
    reject_option("compare", "{} is not the base with changes"_m(variant.scenario.name),
                  "it lacks something that the base sets or switches"_m,
                  "Compare it with a scenario that it extends"_m);
  }
  if (request.replicates) {
    comparison.replicates = request.replicates->replicates;
    PairedRisk risk = paired_risk(base.session, variant.session, *request.replicates);
    comparison.spreads = std::move(risk.differences);
    for (ProgrammeChange& programme : comparison.programmes) {
      for (RiskFigure& figure : risk.variant) {
        if (figure.id == programme.id) programme.risk = std::move(figure);
      }
    }
  }
  if (request.who) {
    comparison.who = who_changed(base.session, variant.session, comparison, *request.who);
    if (request.publish) hide_small_cells(comparison.who);
  }
  return comparison;
}

}  // namespace

ComparisonResult compare_scenarios(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                   const std::vector<Scenario>& variants, const ComparisonRequest& request) {
  for (const Scenario& variant : variants) check_comparable(base, variant);
  const Side first = side_of(*data, base, request.threads);
  Evaluator evaluator(data, base);
  ComparisonResult result{first.result.scenario.name, first.result.manifest, first.result.fiscal_year, {}, ""};
  for (const Scenario& variant : variants)
    result.variants.push_back(compared(first, side_of(*data, variant, request.threads), evaluator, request));
  return result;
}

ScenarioTable tabulate_scenarios(const std::shared_ptr<const LoadedData>& data, const Scenario& base,
                                 const std::vector<Scenario>& variants, int threads) {
  for (const Scenario& variant : variants) check_comparable(base, variant);
  std::vector<RunResult> runs{run(make_session(*data, base), threads, Papers::left_out)};
  for (const Scenario& variant : variants) runs.push_back(run(make_session(*data, variant), threads, Papers::left_out));
  return scenario_table(runs);
}

}  // namespace disburse
