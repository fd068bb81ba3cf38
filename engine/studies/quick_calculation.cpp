#include "engine/studies/quick_calculation.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/evaluation/parameter_step.hpp"
#include "engine/evaluation/slider.hpp"

namespace disburse {
namespace {

constexpr double fen_a_yuan = 100.0;

bool is_amount(Unit unit) {
  return unit == Unit::yuan || unit == Unit::yuan_per_month || unit == Unit::yuan_per_year ||
         unit == Unit::yuan_per_payment;
}

void drop_lines_without_rates(QuickSums& sums) {
  for (std::size_t l = sums.codes.size(); l-- > 0;) {
    const bool moved = std::any_of(sums.rates.begin(), sums.rates.end(),
                                   [&](const QuickRate& rate) { return rate.person_payments[l] != 0.0; });
    if (moved) continue;
    const auto at = static_cast<std::ptrdiff_t>(l);
    sums.codes.erase(sums.codes.begin() + at);
    sums.names.erase(sums.names.begin() + at);
    sums.fixed.erase(sums.fixed.begin() + at);
    sums.budget.erase(sums.budget.begin() + at);
    sums.projected.erase(sums.projected.begin() + at);
    for (QuickRate& rate : sums.rates) rate.person_payments.erase(rate.person_payments.begin() + at);
  }
}

/// A slider where the law takes both ends: a rate of adjustment too low to be reached by scaling has none.
std::optional<Slider> slider_of(Evaluator& evaluator, const std::function<Override(std::int64_t)>& change,
                                std::int64_t low, std::int64_t now, std::int64_t high) {
  try {
    return Slider::of(evaluator, change, low, now, high);
  } catch (const InputRejected&) {
    return std::nullopt;
  }
}

}  // namespace

QuickSums quick_sums(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year) {
  Evaluator evaluator(data, scenario);
  const Evaluation base = evaluator.evaluate({});
  const Month month = std::max(scenario.horizon.first, Month(year, 1));
  QuickSums sums;
  sums.scenario = scenario.name;
  sums.year = year;
  for (const BudgetLine& line : data->budget.lines) {
    sums.codes.push_back(line.code);
    sums.names.push_back(line.name);
    sums.budget.push_back(year == data->budget.fiscal_year ? line.total : Money{});
    sums.projected.push_back(base.line_total(line.code, year));
    sums.fixed.push_back(static_cast<double>(sums.projected.back().fen()) / fen_a_yuan);
  }
  std::vector<Override> all_high;
  for (const auto& entry : evaluator.law().all()) {
    const std::string& path = entry.first;
    const Parameter& parameter = entry.second;
    const auto* amount =
        is_amount(parameter.unit) ? std::get_if<Money>(&evaluator.law().at(path, month).value) : nullptr;
    if (amount == nullptr || amount->fen() < 2 || evaluator.readers_of(path).empty() || path.starts_with("roster."))
      continue;
    throw_if_stopped();
    const ParameterStep step = *ParameterStep::of(parameter.unit);
    const std::int64_t now = amount->fen();
    const auto change = [&](std::int64_t value) { return step.change(path, value); };
    const std::int64_t low = std::max(now / 2, parameter.minimum ? step.count(*parameter.minimum) : 0);
    const std::int64_t high = std::min(now + now / 2, parameter.maximum ? step.count(*parameter.maximum) : now * 2);
    if (low >= now || high <= now) continue;
    const auto slider = slider_of(evaluator, change, low, now, high);
    if (!slider) continue;
    QuickRate rate{path,
                   parameter.name,
                   to_string(parameter.unit),
                   static_cast<double>(now) / fen_a_yuan,
                   static_cast<double>(low) / fen_a_yuan,
                   static_cast<double>(high) / fen_a_yuan,
                   {}};
    bool as_now = true;
    bool moves = false;
    for (std::size_t l = 0; l < sums.codes.size(); ++l) {
      rate.person_payments.push_back(slider->person_payments(sums.codes[l], year));
      moves = moves || rate.person_payments.back() != 0.0;
      as_now = as_now && slider->line_total(sums.codes[l], year, now) == sums.projected[l];
    }
    if (!moves || !as_now) continue;
    for (std::size_t l = 0; l < sums.codes.size(); ++l) sums.fixed[l] -= rate.yuan * rate.person_payments[l];
    all_high.push_back(change(high));
    sums.rates.push_back(std::move(rate));
  }
  const Evaluation together = evaluator.evaluate(all_high);
  for (std::size_t l = 0; l < sums.codes.size(); ++l) {
    double predicted = sums.fixed[l];
    for (const QuickRate& rate : sums.rates) predicted += rate.high * rate.person_payments[l];
    const double full = static_cast<double>(together.line_total(sums.codes[l], year).fen()) / fen_a_yuan;
    sums.joint_error = std::max(sums.joint_error, std::abs(predicted - full));
  }
  drop_lines_without_rates(sums);
  return sums;
}

}  // namespace disburse
