#include "engine/law/parameter_extension.hpp"

#include <algorithm>
#include <tuple>

#include "engine/base/growth.hpp"

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

/// The value that an extension in `from` goes on from. Windows lie over it and are not gone on from.
const DatedValue& value_before(const Parameter& parameter, Month from) {
  const DatedValue* before = nullptr;
  for (const DatedValue& value : parameter.values) {
    if (value.from < from) before = &value;
  }
  EXPECT(before != nullptr);
  return *before;
}

Grown grown(const ParameterTree& tree, const Parameter& parameter, Month from) {
  const Extension& extension = *parameter.extension;
  const Rate rate = tree.rate(extension.by.front(), from - 1);
  const Value& before = value_before(parameter, from).value;
  const std::string reference = value_text(before) + " × (1 + " + to_string(rate) + ") [" + extension.by.front() + "]";
  const Rate factor = Rate(1, 1) + rate;
  if (const auto* money = std::get_if<Money>(&before)) {
    return {to_step(money->times(factor, Rounding::half_up), extension.step), reference};
  }
  return {product(std::get<Rate>(before), factor), reference};
}

Grown added(const ParameterTree& tree, const Parameter& parameter, Month from) {
  const std::string& path = parameter.extension->by.front();
  const Money before = std::get<Money>(value_before(parameter, from).value);
  const Money more = tree.money(path, from);
  return {to_step(before + more, parameter.extension->step),
          yuan_text(before) + " + " + yuan_text(more) + " [" + path + "]"};
}

Grown summed(const ParameterTree& tree, const Parameter& parameter, Month from) {
  Money money;
  Rate rate;
  std::string text;
  for (const std::string& path : parameter.extension->by) {
    text += (text.empty() ? "" : " + ") + value_text(tree.at(path, from).value) + " [" + path + "]";
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
  const Month before = std::get<Month>(value_before(parameter, from).value);
  return {before + 12, "= " + to_string(before)};
}

struct Due {
  Month from;
  bool sum = false;
  std::string path;
  friend bool operator<(const Due& a, const Due& b) {
    return std::tie(a.from, a.sum, a.path) < std::tie(b.from, b.sum, b.path);
  }
};

/// Whether a yearly value is wanted in `from`: after the last one of the law, and where no change begins.
bool is_due(const Parameter& parameter, Month from) {
  if (from <= parameter.values.front().from) return false;
  return std::none_of(parameter.values.begin(), parameter.values.end(),
                      [&](const DatedValue& value) { return value.changed ? value.from == from : value.from >= from; });
}

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
      if (!is_due(parameter, from)) continue;
      due.push_back({from, parameter.extension->rule == ExtensionRule::sum, path});
    }
  }
  std::sort(due.begin(), due.end());
  for (const Due& one : due) {
    const Parameter& parameter = *tree.find(one.path);
    Grown value = next(tree, parameter, one.from);
    tree.insert(one.path, {one.from, std::nullopt, value_before(parameter, one.from).known, std::move(value.value),
                           Status::assumed, std::move(value.reference), parameter.extension->place, true});
  }
}

void check_extensions(const ParameterTree& tree, InputErrors& errors) {
  for (const auto& [path, parameter] : tree.all()) {
    if (!parameter.extension) continue;
    const Place& place = parameter.extension->place;
    if (parameter.extension->rule == ExtensionRule::every_year && parameter.unit != Unit::month) {
      errors.add(place, path, "every_year does not fit the unit {}"_m(to_string(parameter.unit)),
                 "it moves a month by a year"_m, "Choose grow, add or sum"_m);
    }
    for (const std::string& by : parameter.extension->by) {
      const Parameter* other = tree.find(by);
      if (other == nullptr) {
        const std::string near = nearest_name(by, tree.paths());
        errors.add(place, path, "there is no parameter {}"_m(by), "the extension rests on it"_m,
                   near.empty() ? "Declare it"_m : "Did you mean {}?"_m(near));
      } else if (!fits(parameter, *other)) {
        errors.add(place, path, "{} by {} does not fit"_m(to_string(parameter.extension->rule), by),
                   "the units are {} and {}"_m(to_string(parameter.unit), to_string(other->unit)),
                   "grow wants a rate; add and sum want the parameter's own kind of unit"_m);
      }
    }
  }
}

}  // namespace disburse
