#include "engine/app/studying.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/app/grain.hpp"
#include "engine/app/reject.hpp"
#include "engine/app/replicate_output.hpp"
#include "engine/app/study_request.hpp"
#include "engine/app/surrogate.hpp"
#include "engine/compare.hpp"
#include "engine/parallel.hpp"
#include "engine/solve.hpp"

namespace disburse {
namespace {

constexpr double base_value = std::numeric_limits<double>::quiet_NaN();  // leaves an input as it is

/// "0.944375000" as "0.9444": enough to tell the steps of a map apart.
std::string short_text(const std::string& number) {
  constexpr std::size_t places = 4;
  const auto point = number.find('.');
  if (point == std::string::npos) return number;
  std::string text = fmt::format("{:.{}f}", std::strtod(number.c_str(), nullptr), places);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class Study {
 public:
  Study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options)
      : data_(data), scenario_(scenario), options_(options), evaluator_(data, scenario) {
    StudyRequest request = study_request(*data, evaluator_.law(), scenario, options, result_);
    inputs_ = std::move(request.inputs);
    output_ = request.output;
    if (!options.stochastic && !options.statistic.empty()) {
      reject_option("--statistic", options.statistic + " is of replicates, and there are none",
                    "by default a point is an expected value", "Add --mode stochastic");
    }
    if (options.stochastic) replicated_.emplace(data, scenario, output_, options);
    result_.base = replicated_ ? replicated_->at({}) : output_.of(evaluator_.evaluate({}));
    if (replicated_)
      result_.output_name += "，" + std::to_string(options.replicates) + " 次模拟的 " + replicated_->name();
  }

  StudyResult run() {
    if (replicated_ && options_.method != "tornado") {
      reject_option("--mode", "only the tornado replicates its points",
                    "the other methods need thousands of points, each with all its replicates",
                    "Leave --mode stochastic out, or take --method tornado");
    }
    tornado();
    if (replicated_) return std::move(result_);
    cases();
    const std::string& method = options_.method;
    const bool full = method == "full";
    if (method == "tornado" || full) thresholds();
    if (method == "gradient" || full) gradient();
    if (method == "heatmap" || (full && inputs_.size() > 1)) heatmap();
    if (method == "morris" || method == "sobol" || method == "shapley") global(method);
    if (full) global("sobol");
    return std::move(result_);
  }

 private:
  /// Full projections. Few of them find most of their pieces in the evaluator that has the base; many share threads.
  std::vector<Evaluation> projected(const std::vector<std::vector<double>>& values) {
    constexpr std::size_t few = 40;
    result_.full_runs += values.size();
    if (values.size() > few) return evaluate_points(data_, scenario_, inputs_, values, options_.threads);
    std::vector<Evaluation> evaluations;
    for (const std::vector<double>& point : values) {
      throw_if_stopped();
      evaluations.push_back(evaluator_.evaluate(changes_at(inputs_, point)));
    }
    return evaluations;
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
    std::vector<std::vector<double>> ends;
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      ends.push_back(only(k, inputs_[k].low));
      ends.push_back(only(k, inputs_[k].high));
    }
    const std::vector<Money> amounts = at(ends);
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      TornadoBar bar;
      bar.input = k;
      bar.at_low = amounts[2 * k];
      bar.at_high = amounts[2 * k + 1];
      const Money down = bar.at_low - result_.base;
      const Money up = bar.at_high - result_.base;
      bar.dead = down == Money{} && up == Money{};
      bar.one_sided = (down > Money{} && up > Money{}) || (down < Money{} && up < Money{});
      const double width = (inputs_[k].high - inputs_[k].low) / inputs_[k].base;
      if (result_.base != Money{} && inputs_[k].base != 0.0 && width != 0.0) {
        bar.elasticity =
            static_cast<double>((bar.at_high - bar.at_low).fen()) / static_cast<double>(result_.base.fen()) / width;
      }
      result_.tornado.push_back(std::move(bar));
    }
    const auto width = [](const TornadoBar& bar) { return std::abs((bar.at_high - bar.at_low).fen()); };
    std::stable_sort(result_.tornado.begin(), result_.tornado.end(),
                     [&](const TornadoBar& a, const TornadoBar& b) { return width(a) > width(b); });
  }

  /// All inputs at the ends that spend less, and more; and twice as far from the base, within their own bounds.
  void cases() {
    std::vector<double> good(inputs_.size(), base_value);
    std::vector<double> bad = good;
    std::vector<double> stress = good;
    for (const TornadoBar& bar : result_.tornado) {
      if (bar.dead) continue;
      const Input& input = inputs_[bar.input];
      const bool high_costs = bar.at_high >= bar.at_low;
      const double dear = high_costs ? input.high : input.low;
      good[bar.input] = high_costs ? input.low : input.high;
      bad[bar.input] = dear;
      stress[bar.input] = input.rounded(std::clamp(2.0 * dear - input.base, input.least, input.most));
    }
    const std::vector<double> base(inputs_.size(), base_value);
    const std::vector<std::vector<double>> points{good, base, bad, stress};
    const char* names[] = {"乐观", "基准", "悲观", "压力"};
    const std::vector<Evaluation> evaluations = projected(points);
    for (std::size_t c = 0; c < points.size(); ++c) {
      result_.cases.push_back({names[c], output_.of(evaluations[c]),
                               result_.budget ? output_.exhausts(evaluations[c], *result_.budget) : std::nullopt});
    }
  }

  /// Where each live input alone brings the output to its budget, within the parameter's own bounds.
  void thresholds() {
    if (!result_.budget || *result_.budget == Money{}) return;
    for (TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      const auto grain = Grain::of(input.unit);
      if (bar.dead || !grain) continue;
      constexpr double wide = 3.0;  // times the range between low and high, where the parameter has no bounds
      const double reach = wide * (input.high - input.low);
      const std::int64_t low = grain->count_of(std::max(input.least, input.base - reach));
      const std::int64_t high = grain->count_of(std::min(input.most, input.base + reach));
      const auto amount = [&](std::int64_t value) {
        ++result_.full_runs;
        return output_.of(evaluator_.evaluate({grain->change(input.path, value)}));
      };
      const Solution solution = solve_near(amount, guess(bar, *grain), low, high);
      if (solution.found) bar.breaks_at = grain->text(solution.value);
    }
  }

  /// Where the straight line through both ends of the tornado meets the budget.
  std::int64_t guess(const TornadoBar& bar, const Grain& grain) const {
    const Input& input = inputs_[bar.input];
    const auto low = static_cast<double>(bar.at_low.fen());
    const auto rise = static_cast<double>(bar.at_high.fen()) - low;
    if (rise == 0.0) return grain.count_of(input.base);
    const double share = (static_cast<double>(result_.budget->fen()) - low) / rise;
    return grain.count_of(input.low + share * (input.high - input.low));
  }

  /// Most outputs are nearly straight: a bracket about the guess needs few projections, the whole range many.
  Solution solve_near(const std::function<Money(std::int64_t)>& amount, std::int64_t near, std::int64_t low,
                      std::int64_t high) const {
    const std::int64_t width = std::max<std::int64_t>(2, (high - low) / 10'000);
    if (near - width > low && near + width < high) {
      const Solution close = solve(amount, *result_.budget, near - width, near + width);
      if (close.found) return close;
    }
    return solve(amount, *result_.budget, low, high);
  }

  /// Derivatives from one pass. What moves whole members has steps and no derivative: differences over its range say
  /// what a unit of it does.
  void gradient() {
    std::vector<std::string> paths;
    for (const Input& input : inputs_) paths.push_back(input.path);
    const Gradient derivatives = evaluator_.gradient(paths, options_.threads);
    for (const TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      const auto grain = Grain::of(input.unit);
      if (!grain) continue;
      const auto derivative = derivatives.slope(input.path, output_.line, output_.year, output_.programme);
      Slope slope;
      slope.input = bar.input;
      slope.dead = bar.dead;
      slope.exact = bar.dead || derivative;
      if (!bar.dead) slope.fen_per_unit = derivative ? *derivative : difference_slope(input, *grain);
      constexpr double percent = 0.01;
      if (input.unit == Unit::rate) slope.fen_per_point = slope.fen_per_unit * percent;
      result_.slopes.push_back(slope);
    }
  }

  /// Derivative from projections at the base and a quarter of the range about it: central differences with two steps
  /// whose error of the second order cancels (Richardson), or, where the base lies near a bound, the parabola through
  /// three points on one side. Steps are wide since rules round each member's money to the fen.
  double difference_slope(const Input& input, const Grain& grain) {
    constexpr std::int64_t quarter = 4;
    const std::int64_t base = grain.count_of(input.base);
    const std::int64_t step =
        std::max<std::int64_t>(2, (grain.count_of(input.high) - grain.count_of(input.low)) / quarter / 2 * 2);
    const auto at = [&](std::int64_t offset) {
      ++result_.full_runs;
      return static_cast<double>(output_.of(evaluator_.evaluate({grain.change(input.path, base + offset)})).fen());
    };
    const auto inside = [&](std::int64_t offset) {
      const double value = grain.number(base + offset);
      return value >= input.least && value <= input.most;
    };
    if (inside(step) && inside(-step)) {
      const double wide = (at(step) - at(-step)) / grain.number(2 * step);
      const double narrow = (at(step / 2) - at(-step / 2)) / grain.number(step);
      return (4.0 * narrow - wide) / 3.0;
    }
    const std::int64_t side = inside(step) ? step / 2 : -step / 2;
    const double none = static_cast<double>(result_.base.fen());
    return (4.0 * at(side) - at(2 * side) - 3.0 * none) / grain.number(2 * side);
  }

  /// The two inputs that move the output most, or the two that were named.
  void heatmap() {
    if (inputs_.size() < 2)
      reject_option("--inputs", "one input makes no map", "two are set against each other", "Name two");
    HeatMap map;
    map.first = options_.inputs.size() == 2 ? 0 : result_.tornado[0].input;
    map.second = options_.inputs.size() == 2 ? 1 : result_.tornado[1].input;
    constexpr int cells = 9;
    const auto values = [&](std::size_t input) {
      std::vector<double> list;
      for (int i = 0; i < cells; ++i)
        list.push_back(inputs_[input].low + (inputs_[input].high - inputs_[input].low) * i / (cells - 1));
      return list;
    };
    const std::vector<double> rows = values(map.first);
    const std::vector<double> columns = values(map.second);
    std::vector<std::vector<double>> points;
    for (const double row : rows) {
      for (const double column : columns) {
        points.push_back(only(map.first, row));
        points.back()[map.second] = column;
      }
    }
    const std::vector<Money> amounts = at(points);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      map.rows.push_back(short_text(inputs_[map.first].change(rows[r]).value));
      map.columns.push_back(short_text(inputs_[map.second].change(columns[r]).value));
      const auto begin = amounts.begin() + static_cast<std::ptrdiff_t>(r * columns.size());
      map.amounts.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(columns.size()));
    }
    result_.map = std::move(map);
  }

  void global(const std::string& method) {
    const std::size_t samples = options_.samples;
    constexpr std::size_t fewest = 64;
    if (method != "morris" && (samples < fewest || (samples & (samples - 1)) != 0)) {
      reject_option("--samples", std::to_string(samples) + " is no power of two of at least 64",
                    "Sobol' points are balanced in powers of two, and an interval needs enough of them",
                    "Write --samples 1024");
    }
    if (options_.trajectories < 4 || options_.levels < 4 || options_.levels % 2 != 0) {
      reject_option("--trajectories", "fewer than 4 trajectories, or levels that are odd or fewer than 4",
                    "a spread needs several, and the grid has a middle", "Write --trajectories 50 --levels 4");
    }
    const auto live = [&](std::size_t input) {
      return std::any_of(result_.tornado.begin(), result_.tornado.end(),
                         [&](const TornadoBar& bar) { return bar.input == input && !bar.dead; });
    };
    Surrogate surrogate(data_, scenario_, inputs_, output_, options_.threads);
    const Model model = [&](const Points& points) { return surrogate(points); };
    try {
      if (method == "morris") {
        result_.trajectories = options_.trajectories;
        result_.levels = options_.levels;
        result_.morris =
            morris(model, result_.factors, inputs_.size(), options_.trajectories, options_.levels, scenario_.seed);
      } else if (method == "sobol") {
        result_.sobol =
            sobol(model, result_.factors, inputs_.size(),
                  {samples, options_.second_order, options_.until_width, std::size_t{1} << 16, scenario_.seed});
      } else {
        shapley(model, samples, live);
      }
      draws(model);
    } catch (const std::domain_error& error) {
      reject_option("--method", error.what(), "shares of nothing are no numbers",
                    "Choose another output, year or inputs");
    }
    result_.full_runs += surrogate.full_runs();
    result_.surrogate_error = surrogate.error();
  }

  /// Inputs that move nothing have no share; they are held at their middle, so that few subsets are left.
  void shapley(const Model& model, std::size_t samples, const std::function<bool(std::size_t)>& live) {
    std::vector<std::size_t> moving;
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      if (live(k)) moving.push_back(k);
    }
    constexpr std::size_t most = 10;
    if (moving.empty() || moving.size() > most) {
      reject_option("--inputs", std::to_string(moving.size()) + " inputs move the output",
                    "every subset of them is estimated: 1 to 10 can be", "Name fewer with --inputs");
    }
    const auto n = static_cast<Eigen::Index>(moving.size());
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(n, n);
    for (const Correlation& one : scenario_.correlations) {
      for (Eigen::Index i = 0; i < n; ++i) {
        for (Eigen::Index j = 0; j < n; ++j) {
          if (inputs_[moving[static_cast<std::size_t>(i)]].path == one.first &&
              inputs_[moving[static_cast<std::size_t>(j)]].path == one.second)
            matrix(i, j) = matrix(j, i) = one.value;
        }
      }
    }
    const Eigen::MatrixXd lower = matrix.llt().matrixL();
    std::vector<double> factor;
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < n; ++j) factor.push_back(lower(i, j));
    }
    constexpr double middle = 0.5;
    const Model inner = [&](const Points& points) {
      Points all(points.size(), std::vector<double>(inputs_.size(), middle));
      for (std::size_t r = 0; r < points.size(); ++r) {
        for (std::size_t k = 0; k < moving.size(); ++k) all[r][moving[k]] = points[r][k];
      }
      return model(all);
    };
    ShapleyEffects some = shapley_effects(inner, moving.size(), factor, samples, scenario_.seed);
    ShapleyEffects effects;
    effects.variance = some.variance;
    effects.evaluations = some.evaluations;
    effects.share.resize(inputs_.size());
    for (std::size_t k = 0; k < moving.size(); ++k) effects.share[moving[k]] = some.share[k];
    result_.shapley = std::move(effects);
  }

  /// The output's distribution with every input drawn.
  void draws(const Model& model) {
    constexpr std::size_t count = 1024;
    Batch values = model(sobol_points(count, inputs_.size(), scenario_.seed ^ 2U));
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
      return Money::fen(std::llround(values[static_cast<std::size_t>(share * static_cast<double>(count))]));
    };
    result_.quantiles = StudyQuantiles{at(0.10), at(0.50), at(0.75), at(0.90), at(0.95)};
    if (!result_.budget) return;
    const auto fit = std::upper_bound(values.begin(), values.end(), static_cast<double>(result_.budget->fen()));
    result_.any_breaks = static_cast<double>(values.end() - fit) / static_cast<double>(count);
  }

  const std::shared_ptr<const LoadedData>& data_;
  const Scenario& scenario_;
  const Options& options_;
  Evaluator evaluator_;
  Output output_;
  std::optional<ReplicateOutput> replicated_;
  std::vector<Input> inputs_;
  StudyResult result_;
};

}  // namespace

StudyResult study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options) {
  return Study(data, scenario, options).run();
}

}  // namespace disburse
