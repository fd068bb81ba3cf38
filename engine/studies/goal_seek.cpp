#include "engine/app/solving.hpp"

#include <algorithm>
#include <cmath>

#include "engine/app/grain.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/risk_run.hpp"
#include "engine/app/slider.hpp"
#include "engine/assumption_draw.hpp"
#include "engine/parallel.hpp"

namespace disburse {
namespace {

struct Range {
  std::int64_t low = 0, base = 0, high = 0;
};

/// Everything that stays the same while values are tried.
struct Goal {
  const Options& options;
  std::string line;
  int year = 0;
  Money target;
};

Grain grain_of(const ParameterTree& law, const std::string& path) {
  const Parameter* parameter = law.find(path);
  if (parameter == nullptr) {
    std::vector<std::string> paths;
    for (const auto& [known, ignored] : law.all()) paths.push_back(known);
    const std::string near = nearest_name(path, paths);
    reject_option("--vary", path + " is no parameter", "a value is to be found for it",
                  near.empty() ? "disburse list parameters names them" : "Did you mean " + near + "?");
  }
  const auto grain = Grain::of(parameter->unit);
  if (!grain) {
    reject_option("--vary", path + " is no number (" + std::string(to_string(parameter->unit)) + ")",
                  "a search goes from less to more", "Vary an amount, a rate, a headcount or a number of months");
  }
  return *grain;
}

/// "300..900".
Range range_of(const ParameterTree& law, const Grain& grain, const std::string& path, Month month,
               const std::string& between) {
  const Parameter& parameter = *law.find(path);
  Range range;
  range.base = grain.count(law.at(path, month).value);
  constexpr std::int64_t wide = 4;  // times the base, where nothing else bounds the search
  range.low = parameter.minimum ? grain.count(*parameter.minimum) : 0;
  range.high = parameter.maximum ? grain.count(*parameter.maximum)
                                 : std::max<std::int64_t>(wide * std::abs(range.base), grain.count_of(1.0));
  if (between.empty()) return range;
  const auto dots = between.find("..");
  const auto low = parse_value(parameter.unit, between.substr(0, dots));
  const auto high = dots == std::string::npos ? std::nullopt : parse_value(parameter.unit, between.substr(dots + 2));
  if (!low || !high || grain.count(*low) >= grain.count(*high)) {
    reject_option("--between", "\"" + between + "\" is no range of " + path,
                  "the search needs two ends, the lower one first", "Write --between 300..900");
  }
  range.low = grain.count(*low);
  range.high = grain.count(*high);
  return range;
}

/// The `p` quantile of the line under drawn assumptions and individual chance, at any value.
class Quantile {
 public:
  Quantile(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Goal& goal,
           const std::string& path, const Grain& grain, const Range& range)
      : goal_(goal), range_(range) {
    const Options& options = goal.options;
    const Session session = make_session(*data, scenario);
    const Measures measures(session.programmes, session.budget, scenario.horizon);
    const ReplicatePlan plan = plan_of(options, measures);
    using What = Measure::What;
    const std::size_t measure = goal.line.empty() ? measures.find(What::total, 0, "", goal.year)
                                                  : measures.find(What::line, 0, goal.line, goal.year);
    deviations_ =
        ensemble_of(session, measures, options.threads).run(scenario.seed, 0, plan.made, options.threads).of(measure);
    double mean = 0.0;
    for (const std::int64_t fen : deviations_)
      mean += static_cast<double>(fen) / static_cast<double>(deviations_.size());
    for (std::int64_t& fen : deviations_) fen -= std::llround(mean);
    expected_.resize(std::max<std::uint32_t>(1, options.assumptions));
    draw_ends(data, scenario, path, grain);
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
        static_cast<std::size_t>(std::ceil(goal_.options.confidence * static_cast<double>(sample.size())) - 1.0);
    std::nth_element(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(rank), sample.end());
    return Money::fen(sample[rank]);
  }

 private:
  /// Expected value of each set at both ends; between them the line is straight (the caller has a slider).
  void draw_ends(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const std::string& path,
                 const Grain& grain) {
    const AssumptionDraw draw(Evaluator(data, scenario).law(), scenario.horizon.end() - 1, scenario.correlations);
    for_blocks(expected_.size(), goal_.options.threads, [&](std::size_t set) {
      Evaluator own(data, scenario);
      std::vector<Override> changes;
      if (goal_.options.assumptions > 0) changes = draw.set(scenario.seed, static_cast<std::uint32_t>(set));
      std::erase_if(changes, [&](const Override& change) { return change.path == path; });
      const auto at = [&](std::int64_t value) {
        std::vector<Override> all = changes;
        all.push_back(grain.change(path, value));
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
                   const Goal& goal, const std::string& path, const Grain& grain, const Range& range) {
  const auto change = [&](std::int64_t value) { return grain.change(path, value); };
  const auto slider =
      Slider::of(evaluator, change, range.low, std::clamp(range.base, range.low, range.high - 1), range.high);
  const auto projected = [&](std::int64_t value) {
    return evaluator.evaluate({change(value)}).line_total(goal.line, goal.year);
  };
  std::function<Money(std::int64_t)> amount = projected;
  if (slider) amount = [&](std::int64_t value) { return slider->line_total(goal.line, goal.year, value); };
  std::optional<Quantile> quantile;
  if (goal.options.confidence > 0.0) {
    if (!slider) {
      reject_option("--confidence", path + " moves the line in a way that is not a straight line",
                    "the quantile is followed along a flat rate",
                    "Vary an amount per person, or leave --confidence out");
    }
    quantile.emplace(data, scenario, goal, path, grain, range);
    amount = [&](std::int64_t value) { return quantile->at(value); };
  }
  GoalPoint point;
  point.by_slider = slider.has_value();
  point.solution = solve(amount, goal.target, range.low, range.high);
  point.low = grain.text(range.low);
  point.high = grain.text(range.high);
  if (!point.solution.found) return point;
  point.value = grain.text(point.solution.value);
  point.full = projected(point.solution.value);
  const bool rises = point.solution.at_high >= point.solution.at_low;
  const std::int64_t next = point.solution.value + (rises ? 1 : -1);
  if (point.solution.beyond != point.solution.amount) point.next = grain.text(next);
  return point;
}

Money target_of(const Options& options, const Budget& budget, const std::string& line) {
  if (options.target.empty()) {
    const BudgetLine* found = budget.find_line(line);
    return line.empty() || found == nullptr ? budget.total : found->total;
  }
  const auto amount = parse_money_with_unit(options.target);
  if (!amount) {
    reject_option("--target", "\"" + options.target + "\" is no amount with a unit",
                  "9603 may be yuan or ten thousands of them", "Write --target 9603万元");
  }
  return *amount;
}

std::string between_of(const Options& options, std::size_t position) {
  return position < options.between.size() ? options.between[position] : "";
}

}  // namespace

GoalResult seek(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options) {
  constexpr std::size_t most_parameters = 2;
  if (options.vary.empty() || options.vary.size() > most_parameters)
    reject_option("--vary", std::to_string(options.vary.size()) + " parameters are named",
                  "one is sought, or one along another", "Write --vary PATH, or --vary PATH --vary PATH");
  if (!options.line.empty() && data->budget.find_line(options.line) == nullptr) {
    std::vector<std::string> codes;
    for (const BudgetLine& line : data->budget.lines) codes.push_back(line.code);
    const std::string near = nearest_name(options.line, codes);
    reject_option("--line", options.line + " is no line of the budget", "its amount is to meet the target",
                  near.empty() ? "Write one of the functional codes that run prints" : "Did you mean " + near + "?");
  }
  Evaluator evaluator(data, scenario);
  const int year = options.year != 0 ? options.year : data->budget.fiscal_year;
  const Goal goal{options, options.line, year, target_of(options, data->budget, options.line)};
  const std::string& path = options.vary.back();
  const Month month = scenario.horizon.first;
  const Grain grain = grain_of(evaluator.law(), path);
  const Range range = range_of(evaluator.law(), grain, path, month, between_of(options, options.vary.size() - 1));

  GoalResult result;
  result.scenario = scenario.name;
  result.path = path;
  result.name = evaluator.law().find(path)->name;
  result.unit = to_string(evaluator.law().find(path)->unit);
  result.line = goal.line;
  if (const BudgetLine* line = data->budget.find_line(goal.line)) result.line_name = line->name;
  result.year = year;
  result.target = goal.target;
  result.base_value = value_text(evaluator.law().at(path, month).value);
  result.base_amount = evaluator.evaluate({}).line_total(goal.line, year);
  result.confidence = options.confidence;
  if (options.confidence > 0.0) {
    result.replicates = options.replicates;
    result.assumptions = options.assumptions;
  }
  if (options.vary.size() == 1) {
    result.points.push_back(point_of(evaluator, data, scenario, goal, path, grain, range));
    return result;
  }
  const std::string& given = options.vary.front();
  const Grain given_grain = grain_of(evaluator.law(), given);
  const Range along = range_of(evaluator.law(), given_grain, given, month, between_of(options, 0));
  result.given_path = given;
  result.given_name = evaluator.law().find(given)->name;
  constexpr std::int64_t parts = 8;
  for (std::int64_t i = 0; i <= parts; ++i) {
    throw_if_stopped();
    Scenario fixed = scenario;
    const std::int64_t value = along.low + (along.high - along.low) * i / parts;
    fixed.overrides.push_back(given_grain.change(given, value));
    Evaluator own(data, fixed);
    GoalPoint point = point_of(own, data, fixed, goal, path, grain, range);
    point.given = given_grain.text(value);
    result.points.push_back(std::move(point));
  }
  return result;
}

}  // namespace disburse
