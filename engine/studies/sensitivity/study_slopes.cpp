#include "engine/studies/sensitivity/study_slopes.hpp"

#include <algorithm>
#include <functional>

#include "engine/base/error.hpp"
#include "engine/evaluation/parameter_step.hpp"
#include "engine/planning/bracketing.hpp"

namespace disburse {
namespace {

class Slopes {
 public:
  Slopes(Evaluator& evaluator, const std::vector<Input>& inputs, const Output& output, StudyResult& result)
      : evaluator_(evaluator), inputs_(inputs), output_(output), result_(result) {}

  /// Where each live input alone brings the output to its budget, within the parameter's own bounds.
  void thresholds() {
    // A draft is the base itself: every assumption leaves it at once.
    if (!result_.budget || *result_.budget == Money{} || result_.budget_kind == "draft") return;
    for (TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      if (bar.dead || input.kind != Input::Kind::range) continue;
      const auto step = ParameterStep::of(input.numbers.front().unit);
      if (!step) continue;
      constexpr double wide = 3.0;  // times the range between low and high, where the parameter has no bounds
      const double reach = wide * (input.high - input.low);
      const std::int64_t low = step->count_of(std::max(input.least, input.base - reach));
      const std::int64_t high = step->count_of(std::min(input.most, input.base + reach));
      const auto amount = [&](std::int64_t value) {
        ++result_.full_runs;
        return output_.of(evaluator_.evaluate({step->change(input.path, value)}));
      };
      try {
        const Solution solution = solve_near(amount, guess(bar, *step), low, high);
        if (solution.found) bar.breaks_at = step->text(solution.value);
      } catch (const InputRejected&) {
        continue;  // a value on the way contradicts others (more women than an age group has): none is told
      }
    }
  }

  /// Where the straight line through both ends of the tornado meets the budget.
  std::int64_t guess(const TornadoBar& bar, const ParameterStep& step) const {
    const Input& input = inputs_[bar.input];
    const auto low = static_cast<double>(bar.at_low.fen());
    const auto rise = static_cast<double>(bar.at_high.fen()) - low;
    if (rise == 0.0) return step.count_of(input.base);
    const double share = (static_cast<double>(result_.budget->fen()) - low) / rise;
    return step.count_of(input.low + share * (input.high - input.low));
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
  void gradient(int threads) {
    std::vector<std::string> paths;
    for (const Input& input : inputs_) {
      if (input.kind == Input::Kind::range) paths.push_back(input.path);
    }
    const Gradient derivatives = evaluator_.gradient(paths, threads);
    for (const TornadoBar& bar : result_.tornado) {
      const Input& input = inputs_[bar.input];
      if (input.kind != Input::Kind::range) continue;
      const Unit unit = input.numbers.front().unit;
      const auto step = ParameterStep::of(unit);
      if (!step) continue;
      const auto derivative = derivatives.slope(input.path, output_.line, output_.year, output_.programme);
      Slope slope;
      slope.input = bar.input;
      slope.dead = bar.dead;
      slope.exact = bar.dead || derivative;
      if (!bar.dead) slope.fen_per_unit = derivative ? *derivative : difference_slope(input, *step);
      constexpr double percent = 0.01;
      if (unit == Unit::rate) slope.fen_per_point = slope.fen_per_unit * percent;
      result_.slopes.push_back(slope);
    }
  }

  /// Derivative from projections at the base and a quarter of the range about it: central differences with two steps
  /// whose error of the second order cancels (Richardson), or, where the base lies near a bound, the parabola through
  /// three points on one side. Steps are wide since rules round each member's money to the fen.
  double difference_slope(const Input& input, const ParameterStep& unit) {
    constexpr std::int64_t quarter = 4;
    const std::int64_t base = unit.count_of(input.base);
    const std::int64_t step =
        std::max<std::int64_t>(2, (unit.count_of(input.high) - unit.count_of(input.low)) / quarter / 2 * 2);
    const auto at = [&](std::int64_t offset) {
      ++result_.full_runs;
      return static_cast<double>(output_.of(evaluator_.evaluate({unit.change(input.path, base + offset)})).fen());
    };
    const auto inside = [&](std::int64_t offset) {
      const double value = unit.number(base + offset);
      return value >= input.least && value <= input.most;
    };
    if (inside(step) && inside(-step)) {
      const double wide = (at(step) - at(-step)) / unit.number(2 * step);
      const double narrow = (at(step / 2) - at(-step / 2)) / unit.number(step);
      return (4.0 * narrow - wide) / 3.0;
    }
    const std::int64_t side = inside(step) ? step / 2 : -step / 2;
    const double none = static_cast<double>(result_.base.fen());
    return (4.0 * at(side) - at(2 * side) - 3.0 * none) / unit.number(2 * side);
  }

 private:
  Evaluator& evaluator_;
  const std::vector<Input>& inputs_;
  const Output& output_;
  StudyResult& result_;
};

}  // namespace

void find_thresholds(Evaluator& evaluator, const std::vector<Input>& inputs, const Output& output,
                     StudyResult& result) {
  Slopes(evaluator, inputs, output, result).thresholds();
}

void find_slopes(Evaluator& evaluator, const std::vector<Input>& inputs, const Output& output, int threads,
                 StudyResult& result) {
  Slopes(evaluator, inputs, output, result).gradient(threads);
}

}  // namespace disburse
