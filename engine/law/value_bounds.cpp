#include "engine/law/value_bounds.hpp"

#include <algorithm>

namespace disburse {
namespace {

bool inside(const Parameter& parameter, const Value& amount) {
  return !(parameter.minimum && order_of(amount, *parameter.minimum) < 0) &&
         !(parameter.maximum && order_of(amount, *parameter.maximum) > 0);
}

Message range_of(const Parameter& parameter) {
  if (parameter.minimum && parameter.maximum) {
    return "the range is {} to {}"_m(value_text(*parameter.minimum), value_text(*parameter.maximum));
  }
  return parameter.minimum ? "the least is {}"_m(value_text(*parameter.minimum))
                           : "the most is {}"_m(value_text(*parameter.maximum));
}

Message range_text(const Parameter& parameter) {
  return "{}; unit: {}"_m(range_of(parameter), unit_name(parameter.unit));
}

/// "3 % is written 0.03" when the value would fit as a percentage; the commonest slip with rates.
Message range_remedy(const Parameter& parameter, const Value& value) {
  const auto* rate = std::get_if<Rate>(&value);
  if (parameter.unit == Unit::rate && rate != nullptr) {
    const auto hundredth = Rate::parse(to_string(*rate) + "/100");
    if (hundredth && inside(parameter, *hundredth)) {
      return "{} % is written {}"_m(to_string(*rate), to_string(*hundredth));
    }
  }
  constexpr std::int64_t wan = 10'000;  // the commonest slip with amounts
  if (const auto* money = std::get_if<Money>(&value); money != nullptr && money->fen() % wan == 0) {
    const Money in_yuan = Money::fen(money->fen() / wan);
    if (inside(parameter, in_yuan))
      return "In yuan it would be {}: write {}yuan"_m(yuan_text(in_yuan), yuan_text(in_yuan));
  }
  return "Give a value within the range"_m;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool check_choice(const Parameter& parameter, const std::string& word, const Place& place, InputErrors& errors) {
  if (std::find(parameter.choices.begin(), parameter.choices.end(), word) != parameter.choices.end()) return true;
  const std::string near = nearest_name(word, parameter.choices);
  errors.add(place, parameter.path, "\"{}\" is none of the choices"_m(word),
             "the choices are {}"_m(join(parameter.choices)),
             near.empty() ? "Write one of them"_m : "Did you mean {}?"_m(near));
  return false;
}

}  // namespace

Message unit_name(Unit unit) {
  switch (unit) {
    case Unit::yuan: return "yuan"_m;
    case Unit::yuan_per_month: return "yuan_per_month"_m;
    case Unit::yuan_per_year: return "yuan_per_year"_m;
    case Unit::yuan_per_payment: return "yuan_per_payment"_m;
    case Unit::rate: return "rate"_m;
    case Unit::yuan_per_unit: return "yuan_per_unit"_m;
    case Unit::persons: return "persons"_m;
    case Unit::count: return "count"_m;
    case Unit::months: return "months"_m;
    case Unit::years: return "years"_m;
    case Unit::month: return "month"_m;
    case Unit::months_of_year: return "months_of_year"_m;
    case Unit::yuan_by_step: return "yuan_by_step"_m;
    case Unit::number_by_step: return "number_by_step"_m;
    case Unit::choice: return "choice"_m;
  }
  return "";
}

Unit amount_unit(Unit unit) {
  if (unit == Unit::yuan_by_step) return Unit::yuan;
  return unit == Unit::number_by_step ? Unit::yuan_per_unit : unit;
}

ParameterTree bounded(const ParameterTree& law, const Bounds& bounds, InputErrors& errors) {
  ParameterTree tree;
  for (const auto& [path, published] : law.all()) {
    Parameter parameter = published;
    if (const auto unit = bounds.units.find(parameter.unit); unit != bounds.units.end()) {
      const bool own = parameter.minimum && parameter.maximum;
      if (!parameter.minimum) parameter.minimum = unit->second.minimum;
      if (!parameter.maximum) parameter.maximum = unit->second.maximum;
      if (!own) check_values(parameter, errors);
    }
    tree.add(parameter);
  }
  return tree;
}

std::strong_ordering order_of(const Value& a, const Value& b) {
  if (const auto* money = std::get_if<Money>(&a)) return *money <=> std::get<Money>(b);
  if (const auto* rate = std::get_if<Rate>(&a)) return *rate <=> std::get<Rate>(b);
  if (const auto* whole = std::get_if<std::int64_t>(&a)) return *whole <=> std::get<std::int64_t>(b);
  if (const auto* month = std::get_if<Month>(&a)) return *month <=> std::get<Month>(b);
  return std::strong_ordering::equal;
}

std::vector<Value> amounts_of(const Value& value) {
  std::vector<Value> amounts;
  if (const auto* table = std::get_if<StepTable>(&value)) {
    for (const auto& step : table->steps) amounts.emplace_back(step.amount);
  } else if (const auto* numbers = std::get_if<NumberTable>(&value)) {
    for (const auto& step : numbers->steps) amounts.emplace_back(step.amount);
  } else {
    amounts.push_back(value);
  }
  return amounts;
}

bool check_value(const Parameter& parameter, const Value& value, const Place& place, InputErrors& errors) {
  if (const auto* word = std::get_if<std::string>(&value)) return check_choice(parameter, *word, place, errors);
  for (const Value& amount : amounts_of(value)) {
    if (inside(parameter, amount)) continue;
    errors.add(place, parameter.path, "{} is outside the range"_m(value_text(amount)), range_text(parameter),
               range_remedy(parameter, amount));
    return false;
  }
  return true;
}

}  // namespace disburse
