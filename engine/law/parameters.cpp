// Policy parameters: looking values up by month, overriding them, checking them, forgetting later law.
#include "engine/law/parameters.hpp"

#include <algorithm>
#include <utility>

#include "engine/law/declared_parameter.hpp"
#include "engine/law/value_bounds.hpp"

namespace disburse {
namespace {

/// Puts `value` in force for good: earlier values end before it, later values and what is left of windows go.
void put(Parameter& parameter, DatedValue value) {
  const Month from = value.from;
  std::erase_if(parameter.values, [&](const DatedValue& old) { return old.from >= from; });
  std::erase_if(parameter.windows, [&](const DatedValue& old) { return old.from >= from; });
  for (std::vector<DatedValue>* list : {&parameter.values, &parameter.windows}) {
    for (DatedValue& old : *list) {
      if (old.until && *old.until >= from) old.until = from - 1;
    }
  }
  parameter.values.push_back(std::move(value));
}

/// Whether a change between two months can do anything: it ends after it begins, in months that have a value.
bool check_window(const Parameter& parameter, const Override& change, InputErrors& errors) {
  if (!change.until) return true;
  if (change.from && *change.until < *change.from) {
    errors.add(change.place, change.path,
               "the window ends in {}, before it begins in {}"_m(to_string(*change.until), to_string(*change.from)),
               "the change would never be in force"_m,
               "Give a last month of {} or later, or exchange the two"_m(to_string(*change.from)));
    return false;
  }
  if (parameter.values.empty()) return true;
  const Month born = parameter.values.front().from;
  const DatedValue& last = parameter.values.back();
  if (*change.until < born) {
    errors.add(change.place, change.path,
               "the window ends in {}, before the parameter has a value"_m(to_string(*change.until)),
               "it has one from {} on, and nothing asks for it before"_m(to_string(born)),
               "Choose months from {} on, or leave the end out"_m(to_string(born)));
    return false;
  }
  if (change.from && last.until && !parameter.extension && *change.from > *last.until) {
    errors.add(change.place, change.path,
               "the window begins in {}, after the parameter has ended"_m(to_string(*change.from)),
               "its last value holds until {}, and nothing asks for it afterwards"_m(to_string(*last.until)),
               "Choose months until {}"_m(to_string(*last.until)));
    return false;
  }
  return true;
}

[[noreturn]] void no_such_value(std::string_view path, const char* what) {
  throw ProgramFault("a fault of the program: the parameter " + std::string(path) + " " + what);
}

template <class T>
const T& typed(const DatedValue& value, std::string_view path) {
  if (const T* typed_value = std::get_if<T>(&value.value)) return *typed_value;
  no_such_value(path, "was asked for as another type than its unit has");
}

}  // namespace

const DatedValue* value_in_force(const Parameter& parameter, Month month) {
  for (auto window = parameter.windows.rbegin(); window != parameter.windows.rend(); ++window) {
    if (window->from <= month && month <= *window->until) return &*window;
  }
  const DatedValue* begun = nullptr;
  for (const DatedValue& value : parameter.values) {
    if (value.from <= month) begun = &value;
  }
  return begun != nullptr && !(begun->until && *begun->until < month) ? begun : nullptr;
}

std::vector<DatedValue> values_in_force(const Parameter& parameter) {
  if (parameter.windows.empty()) return parameter.values;
  std::set<Month> turns;  // months in which another value may come into force
  for (const DatedValue& value : parameter.values) turns.insert(value.from);
  for (const DatedValue& window : parameter.windows) turns.insert({window.from, *window.until + 1});
  std::vector<DatedValue> in_force;
  const DatedValue* before = nullptr;
  for (const Month turn : turns) {
    const DatedValue* now = value_in_force(parameter, turn);
    if (now != nullptr && now != before) {
      in_force.push_back(*now);
      in_force.back().from = turn;
    }
    if (before != nullptr && now != before) {
      DatedValue& ended = now != nullptr ? in_force[in_force.size() - 2] : in_force.back();
      if (!ended.until || *ended.until >= turn) ended.until = before->until ? std::optional(turn - 1) : std::nullopt;
    }
    before = now;
  }
  return in_force;
}

void ParameterTree::add(const Parameter& parameter) {
  if (!parameters_.try_emplace(parameter.path, parameter).second) no_such_value(parameter.path, "is there twice");
}

const Parameter* ParameterTree::find(std::string_view path) const {
  const auto found = parameters_.find(path);
  return found == parameters_.end() ? nullptr : &found->second;
}

std::vector<std::string> ParameterTree::paths() const {
  std::vector<std::string> names;
  names.reserve(parameters_.size());
  for (const auto& [path, parameter] : parameters_) names.push_back(path);
  return names;
}

const DatedValue& ParameterTree::at(std::string_view path, Month month) const {
  const Parameter* parameter = &declared(*this, path);
  if (log_ != nullptr && !log_->contains(path)) log_->insert(parameter->path);
  EXPECT(!month.is_none());
  if (const DatedValue* value = value_in_force(*parameter, month)) return *value;
  InputErrors errors;
  errors.add(parameter->place, parameter->path, "no value is in force in {}"_m(to_string(month)),
             "the run needs one for that month, known by the day that is asked about"_m,
             "Add a value with from = \"{}\" or earlier"_m(to_string(month)));
  throw InputRejected(Door::data, std::move(errors));
}

ParameterTree ParameterTree::subset(const std::vector<std::string>& wanted) const {
  ParameterTree tree;
  for (const std::string& path : wanted) {
    const Parameter& parameter = declared(*this, path);
    if (log_ != nullptr) log_->insert(path);
    tree.add(parameter);
  }
  return tree;
}

Money ParameterTree::money(std::string_view path, Month month) const { return typed<Money>(at(path, month), path); }

Rate ParameterTree::rate(std::string_view path, Month month) const { return typed<Rate>(at(path, month), path); }

std::int64_t ParameterTree::integer(std::string_view path, Month month) const {
  return typed<std::int64_t>(at(path, month), path);
}

Month ParameterTree::month_value(std::string_view path, Month month) const {
  return typed<Month>(at(path, month), path);
}

MonthSet ParameterTree::months(std::string_view path, Month month) const {
  return typed<MonthSet>(at(path, month), path);
}

const StepTable& ParameterTree::table(std::string_view path, Month month) const {
  return typed<StepTable>(at(path, month), path);
}

const NumberTable& ParameterTree::numbers(std::string_view path, Month month) const {
  return typed<NumberTable>(at(path, month), path);
}

const std::string& ParameterTree::choice(std::string_view path, Month month) const {
  return typed<std::string>(at(path, month), path);
}

namespace {

/// `text` as a value of `parameter` within its range; empty with an error otherwise.
std::optional<Value> value_for(const Parameter& parameter, const std::string& text, const Place& place,
                               InputErrors& errors) {
  auto value = parse_value(parameter.unit, text);
  if (!value) {
    errors.add(place, parameter.path, "\"{}\" does not fit"_m(text), "its unit is {}"_m(unit_name(parameter.unit)),
               "Write it as {}"_m(example_of(parameter.unit)));
    return std::nullopt;
  }
  return check_value(parameter, *value, place, errors) ? value : std::nullopt;
}

}  // namespace

Parameter* ParameterTree::find_or_report(const std::string& path, const Place& place, InputErrors& errors) {
  const auto found = parameters_.find(path);
  if (found != parameters_.end()) return &found->second;
  const std::string near = nearest_name(path, paths());
  errors.add(place, path, "there is no such parameter"_m, "an override of nothing would change nothing"_m,
             near.empty() ? "See disburse list parameters"_m : "Did you mean {}?"_m(near));
  return nullptr;
}

void ParameterTree::override_value(const Override& change, InputErrors& errors) {
  Parameter* parameter = find_or_report(change.path, change.place, errors);
  if (parameter == nullptr) return;
  const auto value = value_for(*parameter, change.value, change.place, errors);
  if (!value || !check_window(*parameter, change, errors)) return;
  constexpr Month always(1800, 1);
  DatedValue dated{change.from.value_or(always),
                   change.until,
                   Date{always.year(), 1, 1},
                   *value,
                   Status::assumed,
                   change.reason,
                   change.place,
                   false,
                   true};
  if (change.until) {
    parameter->windows.push_back(std::move(dated));
  } else {
    put(*parameter, std::move(dated));
    if (!change.from) parameter->extension.reset();
  }
  parameter->origin = change.origin;
}

void ParameterTree::set_uncertainty(const std::string& path, const std::string& low, const std::string& high,
                                    const std::string& distribution, const std::string& source, const Place& place,
                                    InputErrors& errors) {
  Parameter* parameter = find_or_report(path, place, errors);
  if (parameter == nullptr) return;
  const auto low_value = value_for(*parameter, low, place, errors);
  const auto high_value = value_for(*parameter, high, place, errors);
  if (!low_value || !high_value) return;
  if (order_of(*low_value, *high_value) >= 0) {
    errors.add(place, path, "low {} does not lie below high {}"_m(low, high), "the base lies between them"_m,
               "Give the smaller value as low"_m);
    return;
  }
  parameter->uncertainty = Uncertainty{*low_value, *high_value, distribution, source};
}

void ParameterTree::insert(const std::string& path, DatedValue value) {
  const auto found = parameters_.find(path);
  EXPECT(found != parameters_.end());
  std::vector<DatedValue>& values = found->second.values;
  const auto at = std::find_if(values.begin(), values.end(), [&](const DatedValue& v) { return v.from >= value.from; });
  EXPECT(at == values.end() || at->from != value.from);
  values.insert(at, std::move(value));
}

void ParameterTree::forget_after(const Date& date) {
  for (auto& [path, parameter] : parameters_) {
    std::erase_if(parameter.values, [&](const DatedValue& value) { return value.known > date; });
  }
}

void check_values(const Parameter& parameter, InputErrors& errors) {
  const DatedValue* before = nullptr;
  if (parameter.uncertainty) {
    check_value(parameter, parameter.uncertainty->low, parameter.place, errors);
    check_value(parameter, parameter.uncertainty->high, parameter.place, errors);
  }
  for (const DatedValue& value : parameter.values) {
    check_value(parameter, value.value, value.place, errors);
    if (value.until && *value.until < value.from) {
      errors.add(value.place, parameter.path, "until lies before from"_m, "the value would never be in force"_m,
                 "Give the last month of validity, {} or later"_m(to_string(value.from)));
    }
    if (before != nullptr && value.from <= before->from) {
      errors.add(value.place, parameter.path,
                 "from = {} does not follow {}"_m(to_string(value.from), to_string(before->from)),
                 "values stand in order, one for each month"_m, "Sort the values by from and keep one of each"_m);
    } else if (before != nullptr && before->until && *before->until >= value.from) {
      errors.add(value.place, parameter.path,
                 "from = {} overlaps the value before it, which holds until {}"_m(to_string(value.from),
                                                                                  to_string(*before->until)),
                 "two values would be in force at once"_m, "End the earlier one with {}"_m(to_string(value.from - 1)));
    }
    before = &value;
  }
}

}  // namespace disburse
