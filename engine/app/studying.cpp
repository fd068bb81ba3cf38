#include "engine/app/studying.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/app/grain.hpp"
#include "engine/app/slider.hpp"
#include "engine/app/surrogate.hpp"
#include "engine/compare.hpp"
#include "engine/solve.hpp"

namespace disburse {
namespace {

constexpr double base_value = std::numeric_limits<double>::quiet_NaN();  // leaves an input as it is

[[noreturn]] void reject(const char* where, std::string problem, std::string why, std::string remedy) {
  InputErrors errors;
  errors.add({where, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::command_line, std::move(errors));
}

double number_of(const Value& value) {
  if (const auto* amount = std::get_if<Money>(&value)) return static_cast<double>(amount->fen()) / 100.0;
  if (const auto* rate = std::get_if<Rate>(&value)) return rate->to_double();
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::numeric_limits<double>::quiet_NaN();
}

std::vector<std::string> uncertain_paths(const ParameterTree& law) {
  std::vector<std::string> paths;
  for (const auto& [path, parameter] : law.all()) {
    if (parameter.uncertainty) paths.push_back(path);
  }
  return paths;
}

/// The inputs asked for, or all uncertain ones.
std::vector<std::string> chosen_paths(const ParameterTree& law, const Options& options) {
  const std::vector<std::string> all = uncertain_paths(law);
  if (all.empty()) {
    reject("scenario", "has no uncertain value", "a study moves what is not known",
           "Give a parameter low and high with [[uncertain]] in the scenario");
  }
  for (const std::string& path : options.inputs) {
    if (std::find(all.begin(), all.end(), path) != all.end()) continue;
    const std::string near = nearest_name(path, all);
    reject("--inputs", path + " is no uncertain value of this scenario", "it has no low and high",
           near.empty() ? "Give it both with [[uncertain]]" : "Did you mean " + near + "?");
  }
  return options.inputs.empty() ? all : options.inputs;
}

Input input_of(const ParameterTree& law, const std::string& path, Month month) {
  const Parameter& parameter = *law.find(path);
  constexpr double inf = std::numeric_limits<double>::infinity();
  return {path,
          parameter.unit,
          parameter.uncertainty->distribution,
          number_of(parameter.uncertainty->low),
          number_of(law.at(path, month).value),
          number_of(parameter.uncertainty->high),
          parameter.minimum ? number_of(*parameter.minimum) : -inf,
          parameter.maximum ? number_of(*parameter.maximum) : inf,
          parameter.place};
}

Output output_of(const LoadedData& data, const Options& options, StudyResult& result) {
  Output output;
  output.line = result.line = options.line;
  output.year = result.year = options.year != 0 ? options.year : data.budget.fiscal_year;
  const bool budgeted = output.year == data.budget.fiscal_year;
  if (budgeted) result.budget = data.budget.total;
  result.output_name = "合计";
  if (!options.line.empty()) {
    const BudgetLine* line = data.budget.find_line(options.line);
    if (line == nullptr) {
      std::vector<std::string> codes;
      for (const BudgetLine& one : data.budget.lines) codes.push_back(one.code);
      const std::string near = nearest_name(options.line, codes);
      reject("--line", options.line + " is no line of the budget", "it is what the study looks at",
             near.empty() ? "Write one of the functional codes that run prints" : "Did you mean " + near + "?");
    }
    result.output_name = line->code + " " + line->name;
    if (budgeted) result.budget = line->total;
  }
  if (options.programme.empty()) return output;
  std::vector<std::string> ids;
  for (std::size_t p = 0; p < data.law.programmes.size(); ++p) {
    ids.push_back(data.law.programmes[p].id);
    if (ids.back() == options.programme) output.programme = p;
  }
  if (!output.programme) {
    const std::string near = nearest_name(options.programme, ids);
    reject("--programme", options.programme + " is no programme", "it is what the study looks at",
           near.empty() ? "disburse list programmes names them" : "Did you mean " + near + "?");
  }
  const ProgrammeDefinition& programme = data.law.programmes[*output.programme];
  result.programme = programme.id;
  result.output_name = programme.name;
  if (budgeted) result.budget = budget_of_programme(programme, data.budget);
  return output;
}

/// "name=path,path".
std::vector<Factor> factors_of(const Options& options, const std::vector<std::string>& paths) {
  std::vector<Factor> factors;
  std::vector<bool> grouped(paths.size(), false);
  for (const std::string& text : options.groups) {
    const auto equals = text.find('=');
    Factor factor{text.substr(0, equals), {}};
    std::string rest = equals == std::string::npos ? "" : text.substr(equals + 1);
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      const auto at = std::find(paths.begin(), paths.end(), rest.substr(0, comma));
      if (at == paths.end() || grouped[static_cast<std::size_t>(at - paths.begin())])
        reject("--group", rest.substr(0, comma) + " is no input of this study, or is in a group already",
               "a factor is made of inputs", "Write --group name=path,path");
      factor.inputs.push_back(static_cast<std::size_t>(at - paths.begin()));
      grouped[factor.inputs.back()] = true;
      rest = comma == std::string::npos ? "" : rest.substr(comma + 1);
    }
    if (factor.inputs.empty())
      reject("--group", "\"" + text + "\" is no group", "it names its inputs", "Write --group name=path,path");
    factors.push_back(std::move(factor));
  }
  for (std::size_t k = 0; k < paths.size(); ++k) {
    if (!grouped[k]) factors.push_back({paths[k], {k}});
  }
  return factors;
}

std::vector<StudyInput> described(const ParameterTree& law, const std::vector<Input>& inputs, Month month) {
  std::vector<StudyInput> all;
  for (const Input& input : inputs) {
    const Parameter& parameter = *law.find(input.path);
    all.push_back({input.path, parameter.name, to_string(parameter.unit), input.distribution,
                   parameter.uncertainty->source, value_text(parameter.uncertainty->low),
                   value_text(law.at(input.path, month).value), value_text(parameter.uncertainty->high), input.low,
                   input.base, input.high});
  }
  return all;
}

class Study {
 public:
  Study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options)
      : data_(data), scenario_(scenario), options_(options), evaluator_(data, scenario) {
    result_.scenario = scenario.name;
    result_.method = options.method;
    output_ = output_of(*data, options, result_);
    const std::vector<std::string> paths = chosen_paths(evaluator_.law(), options);
    const Month month = std::max(scenario.horizon.first, Month(output_.year, 1));
    for (const std::string& path : paths) inputs_.push_back(input_of(evaluator_.law(), path, month));
    result_.inputs = described(evaluator_.law(), inputs_, month);
    result_.factors = factors_of(options, paths);
    result_.base = output_.of(evaluator_.evaluate({}));
  }

  StudyResult run() {
    tornado();
    const std::string& method = options_.method;
    if (method == "tornado") thresholds();
    if (method == "gradient") gradient();
    if (method == "heatmap") heatmap();
    if (method == "morris" || method == "sobol" || method == "shapley") global(method);
    return std::move(result_);
  }

 private:
  std::vector<Money> at(const std::vector<std::vector<double>>& values) {
    std::vector<Money> amounts;
    for (const Evaluation& one : evaluate_points(data_, scenario_, inputs_, values, options_.threads))
      amounts.push_back(output_.of(one));
    result_.full_runs += values.size();
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
      const Solution solution = solve(amount, *result_.budget, low, high);
      if (solution.found) bar.breaks_at = grain->text(solution.value);
    }
  }

  void gradient() {
    for (const TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      const auto grain = Grain::of(input.unit);
      if (!grain) continue;
      Slope slope;
      slope.input = bar.input;
      const auto change = [&](std::int64_t value) { return grain->change(input.path, value); };
      const std::int64_t base = grain->count_of(input.base);
      const std::int64_t low = grain->count_of(input.low);
      const std::int64_t high = std::max(grain->count_of(input.high), low + 2);
      const std::int64_t inner = std::clamp(base, low, high - 1);
      const bool whole_line = !output_.programme;
      if (const auto slider = whole_line ? Slider::of(evaluator_, change, low, inner, high) : std::nullopt) {
        slope.exact = true;
        slope.fen_per_unit =
            slider->person_payments(output_.line, output_.year) * static_cast<double>(grain->count_of(1.0));
      } else {
        const std::int64_t step = std::max<std::int64_t>(1, (high - low) / 100);
        const double above = static_cast<double>(output_.of(evaluator_.evaluate({change(base + step)})).fen());
        const double below = static_cast<double>(output_.of(evaluator_.evaluate({change(base - step)})).fen());
        slope.fen_per_unit = (above - below) / (2.0 * grain->number(step));
        result_.full_runs += 2;
      }
      constexpr double percent = 0.01;
      if (input.unit == Unit::rate) slope.fen_per_point = slope.fen_per_unit * percent;
      result_.slopes.push_back(slope);
    }
  }

  /// The two inputs that move the output most, or the two that were named.
  void heatmap() {
    if (inputs_.size() < 2) reject("--inputs", "one input makes no map", "two are set against each other", "Name two");
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
      map.rows.push_back(inputs_[map.first].change(rows[r]).value);
      map.columns.push_back(inputs_[map.second].change(columns[r]).value);
      const auto begin = amounts.begin() + static_cast<std::ptrdiff_t>(r * columns.size());
      map.amounts.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(columns.size()));
    }
    result_.map = std::move(map);
  }

  void global(const std::string& method) {
    const std::size_t samples = options_.samples;
    constexpr std::size_t fewest = 64;
    if (method != "morris" && (samples < fewest || (samples & (samples - 1)) != 0)) {
      reject("--samples", std::to_string(samples) + " is no power of two of at least 64",
             "Sobol' points are balanced in powers of two, and an interval needs enough of them",
             "Write --samples 1024");
    }
    if (options_.trajectories < 4 || options_.levels < 4 || options_.levels % 2 != 0) {
      reject("--trajectories", "fewer than 4 trajectories, or levels that are odd or fewer than 4",
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
        result_.morris =
            morris(model, result_.factors, inputs_.size(), options_.trajectories, options_.levels, scenario_.seed);
      } else if (method == "sobol") {
        result_.sobol =
            sobol(model, result_.factors, inputs_.size(),
                  {samples, options_.second_order, options_.until_width, std::size_t{1} << 16, scenario_.seed});
      } else {
        shapley(model, samples, live);
      }
      any_breaks(model);
    } catch (const std::domain_error& error) {
      reject("--method", error.what(), "shares of nothing are no numbers", "Choose another output, year or inputs");
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
      reject("--inputs", std::to_string(moving.size()) + " inputs move the output",
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

  void any_breaks(const Model& model) {
    if (!result_.budget) return;
    constexpr std::size_t draws = 1024;
    const Batch values = model(sobol_points(draws, inputs_.size(), scenario_.seed ^ 2U));
    const auto over = std::count_if(values.begin(), values.end(),
                                    [&](double fen) { return fen > static_cast<double>(result_.budget->fen()); });
    result_.any_breaks = static_cast<double>(over) / static_cast<double>(draws);
  }

  const std::shared_ptr<const LoadedData>& data_;
  const Scenario& scenario_;
  const Options& options_;
  Evaluator evaluator_;
  Output output_;
  std::vector<Input> inputs_;
  StudyResult result_;
};

}  // namespace

StudyResult study(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const Options& options) {
  return Study(data, scenario, options).run();
}

}  // namespace disburse
