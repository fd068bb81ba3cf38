#include "engine/studies/goal_seek.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/base/reject.hpp"
#include "engine/evaluation/parameter_step.hpp"
#include "engine/evaluation/slider.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/session/cohort_change.hpp"
#include "engine/studies/risk_study.hpp"

namespace disburse {
namespace {

struct Range {
  std::int64_t low = 0, base = 0, high = 0;
};

/// Everything that stays the same while values are tried.
struct Goal {
  const GoalRequest& request;
  std::string line;
  int year = 0;
  Money target;
};

/// What is sought: a parameter, or a cohort by how much it moves.
struct Varied {
  std::string path, name, unit, base;
  ParameterStep step;
  Range range;
};

[[noreturn]] void reject_unknown(const LoadedData& data, const ParameterTree& law, const std::string& path) {
  std::vector<std::string> paths;
  for (const auto& [known, ignored] : law.all()) paths.push_back(known);
  for (const CohortChange& cohort : data.recipe.cohorts) paths.push_back(cohort.path);
  const std::string near = nearest_name(path, paths);
  reject_option("--vary", "{} is no parameter"_m(path), "a value is to be found for it"_m,
                near.empty() ? "disburse list parameters names them"_m : "Did you mean {}?"_m(near));
}

ParameterStep step_of(const Parameter& parameter) {
  const auto step = ParameterStep::of(parameter.unit);
  if (!step) {
    reject_option("--vary", "{} is no number ({})"_m(parameter.path, to_string(parameter.unit)),
                  "a search goes from less to more"_m, "Vary an amount, a rate, a headcount or a number of months"_m);
  }
  return *step;
}

Range range_of(const Parameter& parameter, const ParameterStep& step, const Value& base) {
  Range range;
  range.base = step.count(base);
  constexpr std::int64_t wide = 4;  // times the base, where nothing else bounds the search
  range.low = parameter.minimum ? step.count(*parameter.minimum) : 0;
  range.high = parameter.maximum ? step.count(*parameter.maximum)
                                 : std::max<std::int64_t>(wide * std::abs(range.base), step.count_of(1.0));
  return range;
}

Varied cohort_varied(const CohortChange& cohort) {
  constexpr double half = 0.5;  // less or more, where nothing else bounds the search
  const ParameterStep step = ParameterStep::relative();
  return {cohort.path, cohort.name, "relative", step.text(0), step, {step.count_of(-half), 0, step.count_of(half)}};
}

Varied varied_of(const LoadedData& data, const ParameterTree& law, const std::string& path, Month month,
                 const std::optional<ValueRange>& between) {
  const CohortChange* const cohort = cohort_of(data.recipe.cohorts, path);
  const Parameter* const parameter = law.find(path);
  if (cohort == nullptr && parameter == nullptr) reject_unknown(data, law, path);
  Varied varied = cohort != nullptr
                      ? cohort_varied(*cohort)
                      : Varied{path, parameter->name, to_string(parameter->unit), "", step_of(*parameter), {}};
  if (cohort == nullptr) {
    const Value& base = law.at(path, month).value;
    varied.base = value_text(base);
    varied.range = range_of(*parameter, varied.step, base);
  }
  if (!between) return varied;
  const auto low = varied.step.parse(between->low);
  const auto high = varied.step.parse(between->high);
  if (!low || !high || *low >= *high) {
    reject_option("--between", "\"{}..{}\" is no range of {}"_m(between->low, between->high, path),
                  "the search needs two ends, the lower one first"_m,
                  cohort != nullptr ? "Write --between -10%..+20%"_m : "Write --between 300..900"_m);
  }
  varied.range.low = *low;
  varied.range.high = *high;
  return varied;
}

/// The `p` quantile of the line under drawn assumptions and individual chance, at any value.
class Quantile {
 public:
  Quantile(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Goal& goal,
           const std::string& path, const ParameterStep& step, const Range& range)
      : goal_(goal), range_(range) {
    const ReplicateRequest& request = goal.request.replicates;
    const Session session = make_session(*data, scenario);
    const Measures measures(session.programmes, session.budget, scenario.horizon);
    const ReplicatePlan plan = plan_of(request, measures);
    using What = Measure::What;
    const std::size_t measure = goal.line.empty() ? measures.find(What::total, 0, "", goal.year)
                                                  : measures.find(What::line, 0, goal.line, goal.year);
    deviations_ =
        ensemble_of(session, measures, request.threads).run(scenario.seed, 0, plan.made, request.threads).of(measure);
    double mean = 0.0;
    for (const std::int64_t fen : deviations_)
      mean += static_cast<double>(fen) / static_cast<double>(deviations_.size());
    for (std::int64_t& fen : deviations_) fen -= std::llround(mean);
    expected_.resize(std::max<std::uint32_t>(1, request.assumptions));
    draw_ends(data, scenario, path, step);
  }

  Money at(std::int64_t value) const {
    std::vector<std::int64_t> sample;
    sample.reserve(expected_.size() * deviations_.size());
    for (const auto& [low, high] : expected_) {
      const double share = static_cast<double>(value - range_.low) / static_cast<double>(range_.high - range_.low);
      const auto expected = std::llround(static_cast<double>(low) + share * static_cast<double>(high - low));
      for (const std::int64_t deviation : deviations_) sample.push_back(expected + deviation);
    }
    const auto rank =
        static_cast<std::size_t>(std::ceil(goal_.request.confidence * static_cast<double>(sample.size())) - 1.0);
    std::nth_element(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(rank), sample.end());
    return Money::fen(sample[rank]);
  }

 private:
  /// Expected value of each set at both ends; between them the line is straight (the caller has a slider).
  void draw_ends(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const std::string& path,
                 const ParameterStep& step) {
    const AssumptionDraw draw(Evaluator(data, scenario).law(), scenario.horizon.end() - 1, scenario.correlations);
    for_blocks(expected_.size(), goal_.request.replicates.threads, [&](std::size_t set) {
      Evaluator own(data, scenario);
      std::vector<Override> changes;
      if (goal_.request.replicates.assumptions > 0) {
        const auto index = static_cast<std::uint32_t>(set);
        changes = draw.set(scenario.seed, index);
        for (Override& change : drawn_unknowns(still_open(data->unknowns, scenario.overrides), own.law(),
                                               scenario.horizon.end() - 1, scenario.seed, index))
          changes.push_back(std::move(change));
      }
      std::erase_if(changes, [&](const Override& change) { return change.path == path; });
      const auto at = [&](std::int64_t value) {
        std::vector<Override> all = changes;
        all.push_back(step.change(path, value));
        return own.evaluate(all).line_total(goal_.line, goal_.year).fen();
      };
      expected_[set] = {at(range_.low), at(range_.high)};
    });
  }

  const Goal& goal_;
  Range range_;
  std::vector<std::int64_t> deviations_;
  std::vector<std::pair<std::int64_t, std::int64_t>> expected_;
};

GoalPoint point_of(Evaluator& evaluator, const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                   const Goal& goal, const std::string& path, const ParameterStep& step, const Range& range) {
  const auto change = [&](std::int64_t value) { return step.change(path, value); };
  const auto slider =
      Slider::of(evaluator, change, range.low, std::clamp(range.base, range.low, range.high - 1), range.high);
  const auto projected = [&](std::int64_t value) {
    return evaluator.evaluate({change(value)}).line_total(goal.line, goal.year);
  };
  std::function<Money(std::int64_t)> amount = projected;
  if (slider) amount = [&](std::int64_t value) { return slider->line_total(goal.line, goal.year, value); };
  std::optional<Quantile> quantile;
  if (goal.request.confidence > 0.0) {
    if (!slider) {
      reject_option("--confidence", "{} moves the line in a way that is not a straight line"_m(path),
                    "the quantile is followed along a flat rate"_m,
                    "Vary an amount per person, or leave --confidence out"_m);
    }
    quantile.emplace(data, scenario, goal, path, step, range);
    amount = [&](std::int64_t value) { return quantile->at(value); };
  }
  GoalPoint point;
  point.by_slider = slider.has_value();
  point.solution = solve(amount, goal.target, range.low, range.high);
  point.low = step.text(range.low);
  point.high = step.text(range.high);
  if (!point.solution.found) return point;
  point.value = step.text(point.solution.value);
  point.full = projected(point.solution.value);
  const bool rises = point.solution.at_high >= point.solution.at_low;
  const std::int64_t next = point.solution.value + (rises ? 1 : -1);
  if (point.solution.beyond != point.solution.amount) point.next = step.text(next);
  return point;
}

Money target_of(const GoalRequest& request, const Budget& budget) {
  if (request.target) return *request.target;
  const BudgetLine* found = budget.find_line(request.line);
  return request.line.empty() || found == nullptr ? budget.total : found->total;
}

/// A year of which the horizon has no month has nothing to be solved for, and one without a budget needs an amount. Of
/// a part of a year the months that are projected are brought to the target; the doubts say how many.
void check_year(const GoalRequest& request, const Scenario& scenario, int year, int fiscal_year) {
  if (scenario.horizon.first.year() > year || (scenario.horizon.end() - 1).year() < year)
    reject_option("--year", "no month of {} is projected"_m(year), "the run has {}"_m(to_string(scenario.horizon)),
                  "Choose a --horizon that holds it, or leave --horizon out"_m);
  if (!request.target && year != fiscal_year)
    reject_option("--target", "{} has no budget yet"_m(year), "the budget is that of {}"_m(fiscal_year),
                  "Name the amount of {}, as --target 9603wan"_m(year));
}

std::optional<ValueRange> between_of(const GoalRequest& request, std::size_t position) {
  return position < request.between.size() ? std::optional(request.between[position]) : std::nullopt;
}

}  // namespace

GoalResult seek(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const GoalRequest& request) {
  constexpr std::size_t most_parameters = 2;
  if (request.vary.empty() || request.vary.size() > most_parameters)
    reject_option("--vary", "{} parameters are named"_m(request.vary.size()), "one is sought, or one along another"_m,
                  "Write --vary PATH, or --vary PATH --vary PATH"_m);
  if (!request.line.empty() && data->budget.find_line(request.line) == nullptr) {
    std::vector<std::string> codes;
    for (const BudgetLine& line : data->budget.lines) codes.push_back(line.code);
    const std::string near = nearest_name(request.line, codes);
    reject_option("--line", "{} is no line of the budget"_m(request.line), "its amount is to meet the target"_m,
                  near.empty() ? "Write one of the functional codes that run prints"_m : "Did you mean {}?"_m(near));
  }
  Evaluator evaluator(data, scenario);
  const int year = request.year != 0 ? request.year : data->budget.fiscal_year;
  check_year(request, scenario, year, data->budget.fiscal_year);
  const Goal goal{request, request.line, year, target_of(request, data->budget)};
  const std::string& path = request.vary.back();
  const Month month = std::max(scenario.horizon.first, Month(year, 1));
  const Varied sought = varied_of(*data, evaluator.law(), path, month, between_of(request, request.vary.size() - 1));

  GoalResult result;
  result.scenario = scenario.name;
  result.path = path;
  result.name = sought.name;
  result.unit = sought.unit;
  result.line = goal.line;
  if (const BudgetLine* line = data->budget.find_line(goal.line)) result.line_name = line->name;
  result.year = year;
  result.target = goal.target;
  result.base_value = sought.base;
  result.base_amount = evaluator.evaluate({}).line_total(goal.line, year);
  result.confidence = request.confidence;
  if (request.confidence > 0.0) {
    result.replicates = request.replicates.replicates;
    result.assumptions = request.replicates.assumptions;
  }
  if (request.vary.size() == 1) {
    result.points.push_back(point_of(evaluator, data, scenario, goal, path, sought.step, sought.range));
    return result;
  }
  const std::string& given = request.vary.front();
  const Varied along = varied_of(*data, evaluator.law(), given, month, between_of(request, 0));
  result.given_path = given;
  result.given_name = along.name;
  constexpr std::int64_t parts = 8;
  for (std::int64_t i = 0; i <= parts; ++i) {
    throw_if_stopped();
    Scenario fixed = scenario;
    const std::int64_t value = along.range.low + (along.range.high - along.range.low) * i / parts;
    for (Override& change : with_counts(*data, scenario, {along.step.change(given, value)}))
      fixed.overrides.push_back(std::move(change));
    Evaluator own(data, fixed);
    GoalPoint point = point_of(own, data, fixed, goal, path, sought.step, sought.range);
    point.given = along.step.text(value);
    result.points.push_back(std::move(point));
  }
  return result;
}

}  // namespace disburse
