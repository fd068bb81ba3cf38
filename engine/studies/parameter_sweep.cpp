#include "engine/studies/parameter_sweep.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <thread>

#include "engine/base/parallel.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/law/relative_change.hpp"
#include "engine/session/cohort_change.hpp"

namespace disburse {
namespace {

Override change_to(const Sweep& sweep, const std::string& value) {
  return {sweep.path, value, "one point of a sweep", "sweep", sweep.place};
}

/// Every value of a cohort's sweep as changes of its counts.
void check_cohort(const LoadedData& data, const Sweep& sweep, const Scenario& scenario, InputErrors& errors) {
  for (const std::string& value : sweep.values) {
    Scenario point = scenario;
    point.overrides.push_back(change_to(sweep, value));
    expand_cohorts(point, data.law.parameters, data.recipe.cohorts, data.recipe.as_of, !data.roster && !data.file,
                   errors);
  }
}

void check_values(const LoadedData& data, const std::vector<Sweep>& sweeps, const Scenario& scenario) {
  const ParameterTree& law = data.law.parameters;
  const Month last = scenario.horizon.end() - 1;
  InputErrors errors;
  std::set<std::string> seen;
  std::size_t points = 1;
  for (const Sweep& sweep : sweeps) {
    if (!seen.insert(sweep.path).second) {
      errors.add(sweep.place, sweep.path, "is swept twice"_m, "a point has one value of each parameter"_m,
                 "Put all its values into one sweep"_m);
    }
    if (cohort_of(data.recipe.cohorts, sweep.path) != nullptr) {
      check_cohort(data, sweep, scenario, errors);
      points = points > most_points ? points : points * sweep.values.size();
      continue;
    }
    const bool known = law.find(sweep.path) != nullptr;
    for (std::size_t i = 0; i < (known ? sweep.values.size() : 1); ++i) {  // an unknown path is told once
      ParameterTree trial = law;
      put_in_force(trial, change_to(sweep, sweep.values[i]), last, errors);
    }
    points = points > most_points ? points : points * sweep.values.size();
  }
  if (points > most_points) {
    errors.add(sweeps.back().place, "", "the grid has more than {} points"_m(most_points),
               "every point is a projection of its own"_m, "Take fewer values, or fewer parameters"_m);
  }
  const bool typed =
      std::all_of(sweeps.begin(), sweeps.end(), [](const Sweep& one) { return one.origin == "--sweep"; });
  throw_if_any(typed ? Door::command_line : Door::data, std::move(errors));
}

/// The values of the point `index` (from 0): digits of a number in mixed radix, the last sweep running fastest.
std::vector<std::string> values_at(const std::vector<Sweep>& sweeps, std::size_t index) {
  std::vector<std::string> values(sweeps.size());
  for (std::size_t i = sweeps.size(); i-- > 0;) {
    values[i] = sweeps[i].values[index % sweeps[i].values.size()];
    index /= sweeps[i].values.size();
  }
  return values;
}

std::vector<SweptLine> lines_of(const Budget& budget, Horizon horizon) {
  std::vector<SweptLine> lines;
  for (int year = horizon.first.year(); year <= (horizon.end() - 1).year(); ++year) {
    for (const BudgetLine& line : budget.lines) lines.push_back({year, line.code, line.name});
  }
  return lines;
}

std::vector<Money> amounts_of(const Evaluation& evaluation, const std::vector<SweptLine>& lines) {
  std::vector<Money> amounts;
  for (const SweptLine& line : lines) amounts.push_back(evaluation.line_total(line.line, line.year));
  return amounts;
}

/// What the journal holds of point `index`, or what `make` gives, which is then written down.
std::vector<Money> kept(PieceStore* journal, std::size_t index, std::size_t count,
                        const std::function<std::vector<Money>()>& make) {
  constexpr std::uint64_t sweep_point = 0x73776565705F7074;  // "sweep_pt"
  std::vector<std::int64_t> numbers(count);
  if (journal != nullptr && journal->find({sweep_point, index}, numbers)) {
    std::vector<Money> amounts;
    for (const std::int64_t fen : numbers) amounts.push_back(Money::fen(fen));
    return amounts;
  }
  const std::vector<Money> amounts = make();
  for (std::size_t l = 0; l < count; ++l) numbers[l] = amounts[l].fen();
  if (journal != nullptr) journal->add({sweep_point, index}, numbers);
  return amounts;
}

}  // namespace

SweepResult sweep(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const SweepRequest& request,
                  PieceStore* journal, Progress* progress) {
  const std::vector<Sweep>& sweeps = request.sweeps;
  const int threads = request.threads;
  Evaluator first(data, scenario);
  check_values(*data, sweeps, scenario);
  SweepResult result;
  result.scenario = scenario.name;
  result.lines = lines_of(data->budget, scenario.horizon);
  result.base = amounts_of(first.evaluate({}), result.lines);
  std::size_t count = sweeps.empty() ? 0 : 1;
  for (const Sweep& one : sweeps) {
    const CohortChange* const cohort = cohort_of(data->recipe.cohorts, one.path);
    result.parameters.push_back(
        {one.path, cohort != nullptr ? cohort->name : first.law().find(one.path)->name, one.values});
    count *= one.values.size();
  }
  result.points.resize(count);
  if (progress != nullptr) progress->begin(Work::points, count);
  const unsigned int most = threads > 0 ? static_cast<unsigned int>(threads) : std::thread::hardware_concurrency();
  const std::size_t workers = std::min<std::size_t>(count, std::max(1U, most));
  for_blocks(workers, threads, [&](std::size_t worker) {
    Evaluator own(data, scenario);  // one object is for one thread
    const std::size_t end = count * (worker + 1) / workers;
    for (std::size_t i = count * worker / workers; i < end; ++i) {
      SweepPoint& point = result.points[i];
      point.number = i + 1;
      point.values = values_at(sweeps, i);
      std::vector<Override> changes;
      for (std::size_t s = 0; s < sweeps.size(); ++s) {
        changes.push_back(change_to(sweeps[s], point.values[s]));
      }
      point.amounts = kept(journal, i, result.lines.size(), [&] {
        throw_if_stopped();
        return amounts_of(own.evaluate(changes), result.lines);
      });
      if (progress != nullptr) progress->add(1);
    }
  });
  return result;
}

std::string journal_identity(const Manifest& manifest, const Scenario& scenario, const SweepRequest& request) {
  std::string identity = "sweep of " + journal_identity(manifest, scenario.name);
  for (const Sweep& one : request.sweeps) {
    identity += "\n" + one.path + "=";
    for (const std::string& value : one.values) identity += value + ",";
  }
  return identity;
}

}  // namespace disburse
