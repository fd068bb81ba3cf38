#include "engine/studies/sensitivity/sensitivity_study.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/base/parallel.hpp"
#include "engine/base/reject.hpp"
#include "engine/comparison/budget_variance.hpp"
#include "engine/evaluation/surrogate.hpp"
#include "engine/sensitivity/correlated_points.hpp"
#include "engine/studies/assumed/drawn_share.hpp"
#include "engine/studies/assumed/shortened.hpp"
#include "engine/studies/replicate_output.hpp"
#include "engine/studies/sensitivity/sensitivity_request.hpp"
#include "engine/studies/sensitivity/study_map.hpp"
#include "engine/studies/sensitivity/study_slopes.hpp"

namespace disburse {
namespace {

constexpr std::size_t few_draws = 1024;                                  // where a draw may be a projection
constexpr double base_value = std::numeric_limits<double>::quiet_NaN();  // leaves an input as it is

class Study {
 public:
  Study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const SensitivityRequest& request,
        Progress* progress)
      : scenario_(scenario),
        request_(request),
        progress_(progress),
        pool_(data, shortened(scenario, request.year == 0 ? data->budget.fiscal_year : request.year), request.threads),
        evaluator_(pool_.first()) {
    StudySubject subject = subject_of(*data, evaluator_.law(), scenario, request, result_);
    inputs_ = std::move(subject.inputs);
    drawn_.assign(inputs_.begin(), inputs_.begin() + static_cast<std::ptrdiff_t>(subject.drawn));
    output_ = subject.output;
    if (!request.replicates && !request.statistic.empty()) {
      reject_option("--statistic", "{} is of replicates, and there are none"_m(request.statistic),
                    "by default a point is an expected value"_m, "Add --mode stochastic"_m);
    }
    if (request.replicates) replicated_.emplace(data, scenario, output_, *request.replicates, request.statistic);
    result_.base = replicated_ ? replicated_->at({}) : output_.of(evaluator_.evaluate({}));
    // A year without a budget is measured against its own draft: what is to be asked for is the estimate.
    if (!result_.budget && output_.year > data->budget.fiscal_year) {
      result_.budget = result_.base;
      result_.budget_kind = "draft";
    }
    if (replicated_)
      result_.output_name =
          "{}, {} of {} replicates"_m(result_.output_name, replicated_->name(), replicated_->replicates());
  }

  StudyResult run() {
    if (replicated_ && request_.method != StudyMethod::tornado) {
      reject_option("--mode", "only the tornado replicates its points"_m,
                    "the other methods need thousands of points, each with all its replicates"_m,
                    "Leave --mode stochastic out, or take --method tornado"_m);
    }
    tornado();
    if (replicated_) return std::move(result_);
    cases();
    const StudyMethod method = request_.method;
    if (method == StudyMethod::sobol || method == StudyMethod::morris) reject_correlated();
    if (method == StudyMethod::tornado || method == StudyMethod::full)
      find_thresholds(evaluator_, inputs_, output_, result_);
    if (method == StudyMethod::gradient || method == StudyMethod::full)
      find_slopes(evaluator_, inputs_, output_, request_.threads, result_);
    if (method == StudyMethod::heatmap || (method == StudyMethod::full && inputs_.size() > 1)) heatmap();
    if (method == StudyMethod::morris || method == StudyMethod::sobol || method == StudyMethod::shapley) {
      global(method);
    } else if (method == StudyMethod::full) {
      global(correlated() ? StudyMethod::shapley : StudyMethod::sobol);
    } else {
      alone();
    }
    result_.full_runs += pool_.projections();
    return std::move(result_);
  }

 private:
  /// Whether two inputs of the study move together.
  bool correlated() const {
    const auto is_input = [&](const std::string& path) {
      return std::any_of(inputs_.begin(), inputs_.end(), [&](const Input& input) { return input.path == path; });
    };
    return std::any_of(scenario_.correlations.begin(), scenario_.correlations.end(), [&](const Correlation& one) {
      return one.value != 0.0 && is_input(one.first) && is_input(one.second);
    });
  }
  void reject_correlated() const {
    if (!correlated()) return;
    reject_option("--method",
                  "{} takes inputs as independent, and the scenario says that some move together"_m(result_.method),
                  "its shares of the variance would not be those of the assumptions as they are"_m,
                  "Take --method shapley, which follows the correlations, or name independent ones with --inputs"_m);
  }
  /// Full projections. Few of them find most of their pieces in the evaluator that has the base; many share threads.
  std::vector<Evaluation> projected(const std::vector<std::vector<double>>& values) {
    return pool_.evaluate(inputs_, values, progress_);
  }
  std::vector<Money> at(const std::vector<std::vector<double>>& values) {
    std::vector<Money> amounts;
    if (replicated_) {
      result_.full_runs += values.size();
      for (const std::vector<double>& point : values) amounts.push_back(replicated_->at(changes_at(inputs_, point)));
      return amounts;
    }
    for (const Evaluation& one : projected(values)) amounts.push_back(output_.of(one));
    return amounts;
  }
  std::vector<double> only(std::size_t input, double value) const {
    std::vector<double> values(inputs_.size(), base_value);
    values[input] = value;
    return values;
  }

  void tornado() {
    std::vector<std::vector<double>> points;
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      for (const double end : inputs_[k].ends()) points.push_back(only(k, end));
    }
    if (progress_ != nullptr) progress_->begin(Work::points, points.size());
    const std::vector<Money> amounts = at(points);
    auto own = amounts.begin();
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      const std::vector<double> ends = inputs_[k].ends();
      const std::vector<Money> moved(own, own + static_cast<std::ptrdiff_t>(ends.size()));
      own += static_cast<std::ptrdiff_t>(ends.size());
      result_.tornado.push_back(inputs_[k].has_options() ? option_bar(k, ends, moved) : number_bar(k, moved));
    }
    const auto width = [](const TornadoBar& bar) { return std::abs((bar.at_high - bar.at_low).fen()); };
    std::stable_sort(result_.tornado.begin(), result_.tornado.end(),
                     [&](const TornadoBar& a, const TornadoBar& b) { return width(a) > width(b); });
  }

  TornadoBar number_bar(std::size_t k, const std::vector<Money>& moved) const {
    TornadoBar bar;
    bar.input = k;
    bar.at_low = moved.front();
    bar.at_high = moved.back();
    const Money down = bar.at_low - result_.base;
    const Money up = bar.at_high - result_.base;
    bar.dead = down == Money{} && up == Money{};
    bar.one_sided = (down > Money{} && up > Money{}) || (down < Money{} && up < Money{});
    const Input& input = inputs_[k];
    const double width = (input.high - input.low) / input.base;
    if (input.kind == Input::Kind::range && result_.base != Money{} && input.base != 0.0 && width != 0.0) {
      bar.elasticity =
          static_cast<double>((bar.at_high - bar.at_low).fen()) / static_cast<double>(result_.base.fen()) / width;
    }
    return bar;
  }

  /// Of options the bar reaches from the one that spends least to the one that spends most, the base among them.
  TornadoBar option_bar(std::size_t k, const std::vector<double>& options, const std::vector<Money>& moved) {
    TornadoBar bar;
    bar.input = k;
    bar.at_low = bar.at_high = result_.base;
    double least = 0.0;
    double most = 0.0;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (moved[i] < bar.at_low) {
        bar.at_low = moved[i];
        least = options[i];
      }
      if (moved[i] > bar.at_high) {
        bar.at_high = moved[i];
        most = options[i];
      }
    }
    bar.dead = bar.at_low == bar.at_high;
    Input& input = inputs_[k];
    input.low = least;
    input.high = most;
    StudyInput& told = result_.inputs[k];
    told.low = input.text(least);
    told.high = input.text(most);
    told.number_low = least;
    told.number_high = most;
    return bar;
  }

  /// All assumptions at the ends that spend less, and more; and twice as far from the base, within their own bounds.
  void cases() {
    std::vector<double> good(inputs_.size(), base_value);
    std::vector<double> bad = good;
    std::vector<double> stress = good;
    for (const TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      if (bar.dead || input.kind == Input::Kind::lever) continue;
      const bool high_costs = bar.at_high >= bar.at_low;
      const double dear = high_costs ? input.high : input.low;
      good[bar.input] = high_costs ? input.low : input.high;
      bad[bar.input] = dear;
      stress[bar.input] =
          input.has_options() ? dear : input.rounded(std::clamp(2.0 * dear - input.base, input.least, input.most));
    }
    const std::vector<double> base(inputs_.size(), base_value);
    const std::vector<std::vector<double>> points{good, base, bad, stress};
    const Message names[] = {"optimistic"_m, "base"_m, "pessimistic"_m, "stress"_m};
    for (std::size_t c = 0; c < points.size(); ++c) {
      try {
        const Evaluation evaluation = evaluator_.evaluate(changes_at(inputs_, points[c]));
        result_.cases.push_back({names[c], output_.of(evaluation),
                                 result_.budget ? output_.exhausts(evaluation, *result_.budget) : std::nullopt});
      } catch (const InputRejected&) {
        continue;  // so many ends at once may contradict each other, as shares that pass 1
      }
    }
  }

  /// The two inputs that move the output most, or the two that were named.
  void heatmap() {
    if (inputs_.size() < 2)
      reject_option("--inputs", "one input makes no map"_m, "two are set against each other"_m, "Name two"_m);
    HeatMap map;
    map.first = request_.inputs.size() == 2 ? 0 : result_.tornado[0].input;
    map.second = request_.inputs.size() == 2 ? 1 : result_.tornado[1].input;
    const MapGrid grid = map_grid(inputs_, map);
    map.rows = grid.rows;
    map.columns = grid.columns;
    const std::vector<Money> amounts = at(grid.points);
    const auto width = static_cast<std::ptrdiff_t>(map.columns.size());
    for (auto row = amounts.begin(); row != amounts.end(); row += width) map.amounts.emplace_back(row, row + width);
    result_.map = std::move(map);
  }

  void global(StudyMethod method) {
    const std::size_t samples = request_.samples;
    constexpr std::size_t fewest = 64;
    if (method != StudyMethod::morris && (samples < fewest || (samples & (samples - 1)) != 0)) {
      reject_option("--samples", "{} is no power of two of at least 64"_m(samples),
                    "Sobol' points are balanced in powers of two, and an interval needs enough of them"_m,
                    "Write --samples 1024"_m);
    }
    if (request_.trajectories < 4 || request_.levels < 4 || request_.levels % 2 != 0) {
      reject_option("--trajectories", "fewer than 4 trajectories, or levels that are odd or fewer than 4"_m,
                    "a spread needs several, and the grid has a middle"_m, "Write --trajectories 50 --levels 4"_m);
    }
    const auto live = [&](std::size_t input) {
      return std::any_of(result_.tornado.begin(), result_.tornado.end(),
                         [&](const TornadoBar& bar) { return bar.input == input && !bar.dead; });
    };
    Surrogate surrogate(pool_, drawn_, output_, scenario_.seed, Order::second, progress_);
    const Model model = [&](const Points& points) { return surrogate(points); };
    try {
      if (method == StudyMethod::morris) {
        result_.trajectories = request_.trajectories;
        result_.levels = request_.levels;
        result_.morris =
            morris(model, result_.factors, drawn_.size(), request_.trajectories, request_.levels, scenario_.seed);
      } else if (method == StudyMethod::sobol) {
        result_.sobol =
            sobol(model, result_.factors, drawn_.size(),
                  {samples, request_.second_order, request_.until_width, std::size_t{1} << 16, scenario_.seed});
      } else {
        shapley(model, samples, live);
      }
      draws(model, few_draws);
    } catch (const UndefinedIndices& undefined) {
      reject_option("--method", undefined.message(), "shares of nothing are no numbers"_m,
                    "Choose another output, year or inputs"_m);
    }
    result_.surrogate_error = surrogate.error();
  }

  /// The output's distribution from what each assumption does alone.
  void alone() {
    if (drawn_.empty()) return;
    Surrogate surrogate(pool_, drawn_, output_, scenario_.seed, Order::first, progress_);
    draws(
        [&](const Points& points) {
          Batch batch;
          for (const std::vector<double>& point : points) {
            double sum = 0.0;
            for (const double part : surrogate.parts(surrogate.values_of(point))) sum += part;
            batch.push_back(sum);
          }
          return batch;
        },
        draws_of_effects);
  }

  /// Every subset is estimated, so that ten inputs at most can be: those that move the output most. Takes the others
  /// out of `moving` and gives them.
  std::vector<std::size_t> hold_the_least(std::vector<std::size_t>& moving) const {
    constexpr std::size_t most = 10;
    std::vector<std::size_t> kept;
    for (const TornadoBar& bar : result_.tornado) {
      const bool moves = std::find(moving.begin(), moving.end(), bar.input) != moving.end();
      if (moves && kept.size() < most) kept.push_back(bar.input);
    }
    std::sort(kept.begin(), kept.end());
    std::vector<std::size_t> held;
    std::set_difference(moving.begin(), moving.end(), kept.begin(), kept.end(), std::back_inserter(held));
    moving = kept;
    return held;
  }

  /// Inputs that move nothing have no share; they are held at their middle, so that few subsets are left.
  void shapley(const Model& model, std::size_t samples, const std::function<bool(std::size_t)>& live) {
    std::vector<std::size_t> moving;
    for (std::size_t k = 0; k < drawn_.size(); ++k) {
      if (live(k)) moving.push_back(k);
    }
    if (moving.empty()) {
      reject_option("--inputs", "none of the inputs moves the output"_m, "shares of nothing are no numbers"_m,
                    "Choose another output, year or inputs"_m);
    }
    const std::vector<std::size_t> held = hold_the_least(moving);
    std::vector<std::string> paths;
    for (const std::size_t k : moving) paths.push_back(inputs_[k].path);
    const std::vector<double> factor = cholesky_factor(correlation_matrix(paths, scenario_.correlations));
    constexpr double middle = 0.5;
    const Model inner = [&](const Points& points) {
      Points all(points.size(), std::vector<double>(drawn_.size(), middle));
      for (std::size_t r = 0; r < points.size(); ++r) {
        for (std::size_t k = 0; k < moving.size(); ++k) all[r][moving[k]] = points[r][k];
      }
      return model(all);
    };
    ShapleyEffects some = shapley_effects(inner, moving.size(), factor, samples, scenario_.seed);
    ShapleyEffects effects;
    effects.variance = some.variance;
    effects.evaluations = some.evaluations;
    effects.held = held;
    effects.share.resize(inputs_.size());
    for (std::size_t k = 0; k < moving.size(); ++k) effects.share[moving[k]] = some.share[k];
    result_.shapley = std::move(effects);
  }

  /// The output's distribution with every input drawn.
  void draws(const Model& model, std::size_t count) {
    Points points = sobol_points(count, drawn_.size(), scenario_.seed ^ 2U);
    if (correlated()) {
      std::vector<std::string> paths;
      for (const Input& input : drawn_) paths.push_back(input.path);
      points = joined(std::move(points), cholesky_factor(correlation_matrix(paths, scenario_.correlations)));
    }
    Batch values = model(points);
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
      return Money::fen(std::llround(values[static_cast<std::size_t>(share * static_cast<double>(count))]));
    };
    result_.quantiles = StudyQuantiles{at(0.10), at(0.50), at(0.75), at(0.90), at(0.95)};
    if (!result_.budget) return;
    result_.any_breaks = share_above(values, *result_.budget);
  }

  const Scenario& scenario_;
  const SensitivityRequest& request_;
  Progress* progress_;
  EvaluatorPool pool_;
  Evaluator& evaluator_;  // the pool's first
  Output output_;
  std::optional<ReplicateOutput> replicated_;
  std::vector<Input> inputs_;  // levers last
  std::vector<Input> drawn_;   // without levers
  StudyResult result_;
};

}  // namespace

StudyResult study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                  const SensitivityRequest& request, Progress* progress) {
  return Study(data, scenario, request, progress).run();
}

}  // namespace disburse
