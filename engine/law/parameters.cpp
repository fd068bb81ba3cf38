// Policy parameters: looking values up by month, overriding them, checking them, forgetting later law.
#include "engine/parameters.hpp"

#include <algorithm>
#include <utility>

namespace disburse {
namespace {

/// Values of one parameter share a type; the unordered ones (sets, choices) compare as equal.
std::strong_ordering compare(const Value& a, const Value& b) {
  if (const auto* money = std::get_if<Money>(&a)) return *money <=> std::get<Money>(b);
  if (const auto* rate = std::get_if<Rate>(&a)) return *rate <=> std::get<Rate>(b);
  if (const auto* whole = std::get_if<std::int64_t>(&a)) return *whole <=> std::get<std::int64_t>(b);
  if (const auto* month = std::get_if<Month>(&a)) return *month <=> std::get<Month>(b);
  return std::strong_ordering::equal;
}

std::string range_text(const Parameter& parameter) {
  if (parameter.minimum && parameter.maximum) {
    return "the range is " + value_text(*parameter.minimum) + " to " + value_text(*parameter.maximum);
  }
  return parameter.minimum ? "the least is " + value_text(*parameter.minimum)
                           : "the most is " + value_text(*parameter.maximum);
}

bool inside(const Parameter& parameter, const Value& value) {
  return !(parameter.minimum && compare(value, *parameter.minimum) < 0) &&
         !(parameter.maximum && compare(value, *parameter.maximum) > 0);
}

/// "3 % is written 0.03" when the value would fit as a percentage; the commonest slip with rates.
std::string range_remedy(const Parameter& parameter, const Value& value) {
  const auto* rate = std::get_if<Rate>(&value);
  if (parameter.unit == Unit::rate && rate != nullptr) {
    const auto hundredth = Rate::parse(to_string(*rate) + "/100");
    if (hundredth && inside(parameter, *hundredth)) {
      return to_string(*rate) + " % is written " + to_string(*hundredth);
    }
  }
  return "Give a value within the range";
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Choice and range of one value; true when it is allowed.
bool check_value(const Parameter& parameter, const Value& value, const Place& place, InputErrors& errors) {
  if (const auto* word = std::get_if<std::string>(&value)) {
    if (std::find(parameter.choices.begin(), parameter.choices.end(), *word) != parameter.choices.end()) return true;
    const std::string near = nearest_name(*word, parameter.choices);
    errors.add(place, parameter.path, "\"" + *word + "\" is none of the choices",
               "the choices are " + join(parameter.choices),
               near.empty() ? "Write one of them" : "Did you mean " + near + "?");
    return false;
  }
  if (inside(parameter, value)) return true;
  errors.add(place, parameter.path, value_text(value) + " is outside the range", range_text(parameter),
             range_remedy(parameter, value));
  return false;
}

/// Puts `value` in force from its month until `until` (for good when absent); what stood before resumes afterwards.
void put(std::vector<DatedValue>& values, DatedValue value, std::optional<Month> until) {
  std::vector<DatedValue> kept;
  std::optional<DatedValue> resumes;
  for (const DatedValue& old : values) {
    if (until && old.from <= *until + 1) resumes = old;
    if (old.from < value.from || (until && old.from > *until + 1)) kept.push_back(old);
  }
  if (until && resumes && !(resumes->until && *resumes->until <= *until)) {
    resumes->from = *until + 1;
    kept.push_back(*resumes);
  }
  if (until) value.until = until;
  kept.push_back(std::move(value));
  std::sort(kept.begin(), kept.end(), [](const DatedValue& a, const DatedValue& b) { return a.from < b.from; });
  for (std::size_t i = 0; i + 1 < kept.size(); ++i) {
    if (kept[i].until && *kept[i].until >= kept[i + 1].from) kept[i].until = kept[i + 1].from - 1;
  }
  values = std::move(kept);
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
  const Parameter* parameter = find(path);
  if (parameter == nullptr) no_such_value(path, "does not exist");
  if (log_ != nullptr && !log_->contains(path)) log_->insert(parameter->path);
  EXPECT(!month.is_none());
  const DatedValue* in_force = nullptr;
  for (const DatedValue& value : parameter->values) {
    if (value.from <= month) in_force = &value;
  }
  if (in_force != nullptr && !(in_force->until && *in_force->until < month)) return *in_force;
  InputErrors errors;
  errors.add(parameter->place, parameter->path, "no value is in force in " + to_string(month),
             "the run needs one for that month, known by the day that is asked about",
             "Add a value with from = \"" + to_string(month) + "\" or earlier");
  throw InputRejected(Door::data, std::move(errors));
}

ParameterTree ParameterTree::subset(const std::vector<std::string>& wanted) const {
  ParameterTree tree;
  for (const std::string& path : wanted) {
    const Parameter* parameter = find(path);
    if (parameter == nullptr) no_such_value(path, "does not exist");
    if (log_ != nullptr) log_->insert(path);
    tree.add(*parameter);
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
    errors.add(place, parameter.path, "\"" + text + "\" does not fit",
               std::string("its unit is ") + to_string(parameter.unit),
               std::string("Write it as ") + example_of(parameter.unit));
    return std::nullopt;
  }
  return check_value(parameter, *value, place, errors) ? value : std::nullopt;
}

}  // namespace

Parameter* ParameterTree::find_or_report(const std::string& path, const Place& place, InputErrors& errors) {
  const auto found = parameters_.find(path);
  if (found != parameters_.end()) return &found->second;
  const std::string near = nearest_name(path, paths());
  errors.add(place, path, "there is no such parameter", "an override of nothing would change nothing",
             near.empty() ? "See disburse list parameters" : "Did you mean " + near + "?");
  return nullptr;
}

void ParameterTree::override_value(const Override& change, InputErrors& errors) {
  Parameter* parameter = find_or_report(change.path, change.place, errors);
  if (parameter == nullptr) return;
  const auto value = value_for(*parameter, change.value, change.place, errors);
  if (!value) return;
  constexpr Month always(1800, 1);
  const DatedValue dated{change.from.value_or(always),
                         std::nullopt,
                         Date{always.year(), 1, 1},
                         *value,
                         Status::assumed,
                         change.reason,
                         change.place};
  put(parameter->values, dated, change.until);
  if (!change.from) parameter->extension.reset();
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
  if (compare(*low_value, *high_value) >= 0) {
    errors.add(place, path, "low " + low + " does not lie below high " + high, "the base lies between them",
               "Give the smaller value as low");
    return;
  }
  parameter->uncertainty = Uncertainty{*low_value, *high_value, distribution, source};
}

void ParameterTree::append(const std::string& path, DatedValue value) {
  const auto found = parameters_.find(path);
  EXPECT(found != parameters_.end() && found->second.values.back().from < value.from);
  found->second.values.push_back(std::move(value));
}

void ParameterTree::forget_after(const Date& date) {
  for (auto& [path, parameter] : parameters_) {
    std::erase_if(parameter.values, [&](const DatedValue& value) { return value.known > date; });
  }
}

void check_values(const Parameter& parameter, InputErrors& errors) {
  const DatedValue* before = nullptr;
  for (const DatedValue& value : parameter.values) {
    check_value(parameter, value.value, value.place, errors);
    if (value.until && *value.until < value.from) {
      errors.add(value.place, parameter.path, "until lies before from", "the value would never be in force",
                 "Give the last month of validity, " + to_string(value.from) + " or later");
    }
    if (before != nullptr && value.from <= before->from) {
      errors.add(value.place, parameter.path,
                 "from = " + to_string(value.from) + " does not follow " + to_string(before->from),
                 "values stand in order, one for each month", "Sort the values by from and keep one of each");
    } else if (before != nullptr && before->until && *before->until >= value.from) {
      errors.add(value.place, parameter.path,
                 "from = " + to_string(value.from) + " overlaps the value before it, which holds until " +
                     to_string(*before->until),
                 "two values would be in force at once", "End the earlier one with " + to_string(value.from - 1));
    }
    before = &value;
  }
}

}  // namespace disburse
