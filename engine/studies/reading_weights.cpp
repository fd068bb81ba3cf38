#include "engine/studies/reading_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/studies/in_year_estimate.hpp"

namespace disburse {
namespace {

constexpr double tail_10 = 1.2815515655446004;  // of the normal distribution
constexpr double payroll_mistakes = 0.001;      // of the largest month
constexpr double no_fit = 9.0;                  // a square of three deviations: no such month was foreseen

using Amounts = std::vector<std::vector<double>>;  // by programme, by locked month that is known

class Weighing {
 public:
  Weighing(Evaluator& evaluator, const std::vector<Input>& inputs, const Actuals& actuals, int year)
      : evaluator_(evaluator), inputs_(inputs), actuals_(actuals), year_(year), base_(projected({})) {
    for (const auto& months : actuals.programmes) {
      std::vector<double>& own = paid_.emplace_back();
      for (const ActualMonth& one : months) {
        if (one.known && one.month <= actuals.last) own.push_back(static_cast<double>(one.amount.fen()));
      }
    }
    spread();
  }

  std::vector<WeighedQuestion> questions() {
    std::vector<WeighedQuestion> all;
    for (const Input& input : inputs_) {
      if (input.kind != Input::Kind::question) continue;
      WeighedQuestion question{input.path, input.name, input.name_en, {}};
      std::vector<double> logs;
      const std::vector<std::vector<bool>> moved = moved_by(input);
      bool differs = false, fits = false;
      for (std::size_t option = 0; option < input.options.size(); ++option) {
        const Amounts amounts = option == 0 ? base_ : projected(input.options[option]);
        differs = differs || amounts != base_;
        fits = fits || misfit(amounts, moved) <= no_fit;
        logs.push_back(std::log(input.weights[option]) - distance(amounts) / 2.0);
        question.answers.push_back({input.option_names[option],
                                    input.option_names_en[option],
                                    input.weights[option],
                                    0.0,
                                    sum_of(amounts),
                                    {}});
      }
      // What no answer has foreseen tells nothing of which is right: of two wrong months one may look the nearer.
      if (!differs || !fits) continue;
      const double most = *std::max_element(logs.begin(), logs.end());
      double whole = 0.0;
      for (const double one : logs) whole += std::exp(one - most);
      for (std::size_t a = 0; a < logs.size(); ++a) question.answers[a].after = std::exp(logs[a] - most) / whole;
      all.push_back(std::move(question));
    }
    return all;
  }

 private:
  /// What is projected for the months whose payments are known.
  Amounts projected(const std::vector<Override>& changes) {
    const auto months = projected_months(evaluator_.evaluate(changes), year_);
    Amounts amounts(months.size());
    for (std::size_t p = 0; p < months.size(); ++p) {
      for (const ActualMonth& one : actuals_.programmes[p]) {
        if (!one.known || one.month > actuals_.last || one.month.year() != year_) continue;
        amounts[p].push_back(
            static_cast<double>(months[p][static_cast<std::size_t>(one.month.month() - 1)].line.fen()));
      }
    }
    return amounts;
  }

  /// The known months that some answer moves.
  std::vector<std::vector<bool>> moved_by(const Input& input) {
    std::vector<std::vector<bool>> moved;
    for (const std::vector<double>& months : base_) moved.emplace_back(months.size());
    for (std::size_t option = 1; option < input.options.size(); ++option) {
      const Amounts amounts = projected(input.options[option]);
      for (std::size_t p = 0; p < base_.size(); ++p) {
        for (std::size_t t = 0; t < base_[p].size(); ++t) moved[p][t] = moved[p][t] || amounts[p][t] != base_[p][t];
      }
    }
    return moved;
  }

  double square(std::size_t programme, std::size_t month, double amount) const {
    return std::pow(paid_[programme][month] - amount, 2) / variance_[programme][month];
  }

  /// How far the months that are `moved` lie from `amounts`, in squared deviations: their mean over a programme's
  /// months without the worst quarter, which may be wrong for another reason; the worst of the programmes.
  double misfit(const Amounts& amounts, const std::vector<std::vector<bool>>& moved) const {
    double worst = 0.0;
    for (std::size_t p = 0; p < amounts.size(); ++p) {
      std::vector<double> squares;
      for (std::size_t t = 0; t < amounts[p].size(); ++t) {
        if (moved[p][t]) squares.push_back(square(p, t, amounts[p][t]));
      }
      if (squares.empty()) continue;
      std::sort(squares.begin(), squares.end());
      squares.resize(squares.size() - squares.size() / 4);
      const double sum = std::accumulate(squares.begin(), squares.end(), 0.0);
      worst = std::max(worst, sum / static_cast<double>(squares.size()));
    }
    return worst;
  }

  /// The variance of every month from all that is assumed beside the questions.
  void spread() {
    for (const auto& months : base_) {
      const double largest = months.empty() ? 0.0 : *std::max_element(months.begin(), months.end());
      variance_.emplace_back(months.size(), std::pow(std::max(1.0, payroll_mistakes * largest), 2));
    }
    for (const Input& input : inputs_) {
      if (input.has_options()) continue;
      const Amounts low = projected(input.changes(input.low));
      const Amounts high = projected(input.changes(input.high));
      for (std::size_t p = 0; p < base_.size(); ++p) {
        for (std::size_t t = 0; t < base_[p].size(); ++t) {
          const double wide = std::max(std::abs(low[p][t] - base_[p][t]), std::abs(high[p][t] - base_[p][t]));
          variance_[p][t] += std::pow(wide / tail_10, 2);
        }
      }
    }
  }

  double distance(const Amounts& amounts) const {
    double all = 0.0;
    for (std::size_t p = 0; p < amounts.size(); ++p) {
      double own = 0.0;
      for (std::size_t t = 0; t < amounts[p].size(); ++t) own += square(p, t, amounts[p][t]);
      if (!amounts[p].empty()) all += own / static_cast<double>(amounts[p].size());
    }
    return all;
  }

  static Money sum_of(const Amounts& amounts) {
    double sum = 0.0;
    for (const auto& months : amounts) {
      for (const double one : months) sum += one;
    }
    return Money::fen(std::llround(sum));
  }

  Evaluator& evaluator_;
  const std::vector<Input>& inputs_;
  const Actuals& actuals_;
  int year_;
  Amounts base_, paid_, variance_;
};

}  // namespace

std::vector<WeighedQuestion> weigh_readings(Evaluator& evaluator, const std::vector<Input>& inputs,
                                            const Actuals& actuals, int year) {
  return Weighing(evaluator, inputs, actuals, year).questions();
}

}  // namespace disburse
