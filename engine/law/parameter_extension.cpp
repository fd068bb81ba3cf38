#include "engine/parameter_extension.hpp"

#include <algorithm>
#include <tuple>

#include "engine/growth.hpp"

namespace disburse {
namespace {

bool is_money(Unit unit) {
  return unit == Unit::yuan || unit == Unit::yuan_per_month || unit == Unit::yuan_per_year ||
         unit == Unit::yuan_per_payment;
}

Money to_step(Money amount, Money step) {
  if (step == Money{}) return amount;
  return step * rounded_quotient(amount.fen(), step.fen(), Rounding::half_up);
}

struct Grown {
  Value value;
  std::string reference;
};

Grown grown(const ParameterTree& tree, const Parameter& parameter, Month from) {
  const Extension& extension = *parameter.extension;
  const Rate rate = tree.rate(extension.by.front(), from - 1);
  const Value& before = parameter.values.back().value;
  const std::string reference =
      value_text(before) + " × (1 + " + to_string(rate) + ")，按 " + extension.by.front() + " 推算";
  const Rate factor = Rate(1, 1) + rate;
  if (const auto* money = std::get_if<Money>(&before)) {
    return {to_step(money->times(factor, Rounding::half_up), extension.step), reference};
  }
  return {product(std::get<Rate>(before), factor), reference};
}

Grown added(const ParameterTree& tree, const Parameter& parameter, Month from) {
  const std::string& path = parameter.extension->by.front();
  const Money before = std::get<Money>(parameter.values.back().value);
  const Money more = tree.money(path, from);
  return {to_step(before + more, parameter.extension->step),
          yuan_text(before) + " + " + yuan_text(more) + "，按 " + path + " 推算"};
}

Grown summed(const ParameterTree& tree, const Parameter& parameter, Month from) {
  Money money;
  Rate rate;
  std::string text;
  for (const std::string& path : parameter.extension->by) {
    text += (text.empty() ? "" : " + ") + value_text(tree.at(path, from).value) + "（" + path + "）";
    if (is_money(parameter.unit)) {
      money += tree.money(path, from);
    } else {
      rate = rate + tree.rate(path, from);
    }
  }
  if (is_money(parameter.unit)) return {to_step(money, parameter.extension->step), "= " + text};
  return {rate, "= " + text};
}

Grown next(const ParameterTree& tree, const Parameter& parameter, Month from) {
  switch (parameter.extension->rule) {
    case ExtensionRule::grow: return grown(tree, parameter, from);
    case ExtensionRule::add: return added(tree, parameter, from);
    case ExtensionRule::sum: return summed(tree, parameter, from);
    case ExtensionRule::every_year: break;
  }
  const Month before = std::get<Month>(parameter.values.back().value);
  return {before + 12, "与上年同月，假设"};
}

struct Due {
  Month from;
  bool sum = false;
  std::string path;
  friend bool operator<(const Due& a, const Due& b) {
    return std::tie(a.from, a.sum, a.path) < std::tie(b.from, b.sum, b.path);
  }
};

bool fits(const Parameter& parameter, const Parameter& by) {
  switch (parameter.extension->rule) {
    case ExtensionRule::grow:
      return by.unit == Unit::rate && (is_money(parameter.unit) || parameter.unit == Unit::rate);
    case ExtensionRule::add: return is_money(by.unit) && is_money(parameter.unit);
    case ExtensionRule::sum:
      return is_money(parameter.unit) ? is_money(by.unit) : parameter.unit == Unit::rate && by.unit == Unit::rate;
    case ExtensionRule::every_year: return parameter.unit == Unit::month;
  }
  return false;
}

}  // namespace

void extend_parameters(ParameterTree& tree, Month last) {
  std::vector<Due> due;
  for (const auto& [path, parameter] : tree.all()) {
    if (!parameter.extension || parameter.values.empty()) continue;
    for (Month from = parameter.extension->first; from <= last; from = from + 12) {
      if (from <= parameter.values.back().from) continue;
      due.push_back({from, parameter.extension->rule == ExtensionRule::sum, path});
    }
  }
  std::sort(due.begin(), due.end());
  for (const Due& one : due) {
    const Parameter& parameter = *tree.find(one.path);
    Grown value = next(tree, parameter, one.from);
    tree.append(one.path, {one.from, std::nullopt, parameter.values.back().known, std::move(value.value),
                           Status::assumed, std::move(value.reference), parameter.extension->place, true});
  }
}

void check_extensions(const ParameterTree& tree, InputErrors& errors) {
  for (const auto& [path, parameter] : tree.all()) {
    if (!parameter.extension) continue;
    const Place& place = parameter.extension->place;
    if (parameter.extension->rule == ExtensionRule::every_year && parameter.unit != Unit::month) {
      errors.add(place, path, "every_year does not fit the unit " + std::string(to_string(parameter.unit)),
                 "it moves a month by a year", "Choose grow, add or sum");
    }
    for (const std::string& by : parameter.extension->by) {
      const Parameter* other = tree.find(by);
      if (other == nullptr) {
        const std::string near = nearest_name(by, tree.paths());
        errors.add(place, path, "there is no parameter " + by, "the extension rests on it",
                   near.empty() ? "Declare it" : "Did you mean " + near + "?");
      } else if (!fits(parameter, *other)) {
        errors.add(place, path, std::string(to_string(parameter.extension->rule)) + " by " + by + " does not fit",
                   std::string("the units are ") + to_string(parameter.unit) + " and " + to_string(other->unit),
                   "grow wants a rate; add and sum want the parameter's own kind of unit");
      }
    }
  }
}

}  // namespace disburse
