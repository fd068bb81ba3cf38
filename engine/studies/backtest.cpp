// Back-test of the re-forecast: months of known paths are hidden, estimated and scored.
#include <cmath>
#include <map>

#include "engine/base/parallel.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/studies/in_year_estimate.hpp"

namespace disburse {
namespace {

using Projected = std::vector<std::vector<ProjectedMonth>>;

double fen(Money amount) { return static_cast<double>(amount.fen()); }

}  // namespace

BacktestResult backtest(const std::shared_ptr<const LoadedData>& data, const Scenario& asked,
                        const BacktestRequest& request, Progress* progress) {
  const int year = data->budget.fiscal_year;
  const Scenario scenario = over_whole_year(asked, year);
  const std::vector<ProgrammeDefinition>& programmes = data->law.programmes;
  Evaluator evaluator(data, scenario);
  const Projected plan = projected_months(evaluator.evaluate({}), year);
  const AssumptionDraw draw(evaluator.law(), scenario.horizon.end() - 1, scenario.correlations);
  const Month locks[] = {Month(year, 3), Month(year, 6), Month(year, 8), Month(year, 10)};
  const char* methods[] = {"reforecast", "run_rate", "plan"};
  std::map<std::pair<Month, std::string>, std::vector<double>> errors;
  double truths = 0.0;
  if (progress != nullptr) progress->begin(Work::points, static_cast<std::uint64_t>(request.paths));
  for (int path = 0; path < request.paths; ++path) {
    throw_if_stopped();
    const auto index = static_cast<std::uint32_t>(path);
    std::vector<Override> drawn = draw.set(scenario.seed, index);
    for (Override& change : drawn_unknowns(still_open(data->unknowns, scenario.overrides), evaluator.law(),
                                           scenario.horizon.end() - 1, scenario.seed, index))
      drawn.push_back(std::move(change));
    const Projected truth = projected_months(evaluator.evaluate(drawn), year);
    double whole = 0.0;
    for (const auto& months : truth) {
      for (const ProjectedMonth& month : months) whole += fen(month.line);
    }
    truths += whole / request.paths;
    for (const Month lock : locks) {
      Actuals actuals;
      actuals.last = lock;
      double naive = 0.0;
      double planned = 0.0;
      for (std::size_t p = 0; p < programmes.size(); ++p) {
        actuals.programmes.push_back(as_projected(truth[p], lock));
        naive += fen(run_rate(actuals.programmes.back(), lock));
        for (const ProjectedMonth& month : plan[p]) planned += fen(month.line);
      }
      double estimate = 0.0;
      for (const YearEstimate& one : estimates(plan, actuals, programmes)) estimate += fen(one.estimate());
      const double answers[] = {estimate, naive, planned};
      for (std::size_t m = 0; m < std::size(methods); ++m) errors[{lock, methods[m]}].push_back(answers[m] - whole);
    }
    if (progress != nullptr) progress->add(1);
  }
  BacktestResult result;
  result.scenario = scenario.name;
  result.paths = request.paths;
  for (const Month lock : locks) {
    for (const char* method : methods) {
      double bias = 0.0;
      double absolute = 0.0;
      for (const double error : errors[{lock, method}]) {
        bias += error / request.paths;
        absolute += std::abs(error) / request.paths;
      }
      result.scores.push_back({method, lock, Money::fen(std::llround(bias)), Money::fen(std::llround(absolute)),
                               truths == 0.0 ? 0.0 : absolute / truths});
    }
  }
  return result;
}

}  // namespace disburse
