#include "engine/studies/reading_weights.hpp"

#include <algorithm>
#include <cmath>

#include "engine/studies/in_year_estimate.hpp"

namespace disburse {
namespace {

constexpr double tail_10 = 1.2815515655446004;  // of the normal distribution
constexpr double payroll_mistakes = 0.001;      // of the largest month

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
      bool differs = false;
      for (std::size_t option = 0; option < input.options.size(); ++option) {
        const Amounts amounts = option == 0 ? base_ : projected(input.options[option]);
        differs = differs || amounts != base_;
        logs.push_back(std::log(input.weights[option]) - distance(amounts) / 2.0);
        question.answers.push_back({input.option_names[option],
                                    input.option_names_en[option],
                                    input.weights[option],
                                    0.0,
                                    sum_of(amounts),
                                    {}});
      }
      if (!differs) continue;
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
      for (std::size_t t = 0; t < amounts[p].size(); ++t)
        own += std::pow(paid_[p][t] - amounts[p][t], 2) / variance_[p][t];
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
