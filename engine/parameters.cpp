// Policy parameters: reading a value's text, looking values up by month, overriding them, forgetting later law.
#include "engine/parameters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <utility>

namespace disburse {
namespace {

constexpr std::array<std::pair<Unit, const char*>, 13> unit_names{{{Unit::yuan, "yuan"},
                                                                   {Unit::yuan_per_month, "yuan_per_month"},
                                                                   {Unit::yuan_per_year, "yuan_per_year"},
                                                                   {Unit::yuan_per_payment, "yuan_per_payment"},
                                                                   {Unit::rate, "rate"},
                                                                   {Unit::yuan_per_unit, "yuan_per_unit"},
                                                                   {Unit::persons, "persons"},
                                                                   {Unit::count, "count"},
                                                                   {Unit::months, "months"},
                                                                   {Unit::years, "years"},
                                                                   {Unit::month, "month"},
                                                                   {Unit::months_of_year, "months_of_year"},
                                                                   {Unit::choice, "choice"}}};

std::optional<std::int64_t> parse_whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// "0.16", "16%", "16 %", "2/3"; the percentage is exact.
std::optional<Rate> parse_rate(std::string_view text) {
  if (!text.ends_with('%')) return Rate::parse(text);
  text.remove_suffix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  if (text.find('/') != std::string_view::npos) return std::nullopt;
  return Rate::parse(std::string(text) + "/100");
}

template <class T>
std::optional<Value> as_value(const std::optional<T>& value) {
  return value ? std::optional<Value>(*value) : std::nullopt;
}

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

[[noreturn]] void no_such_value(std::string_view path, const char* what) {
  throw ProgramFault("a fault of the program: the parameter " + std::string(path) + " " + what);
}

template <class T>
const T& typed(const DatedValue& value, std::string_view path) {
  if (const T* typed_value = std::get_if<T>(&value.value)) return *typed_value;
  no_such_value(path, "was asked for as another type than its unit has");
}

}  // namespace

const char* to_string(Status status) {
  switch (status) {
    case Status::enacted: return "enacted";
    case Status::announced: return "announced";
    case Status::derived: return "derived";
    case Status::assumed: return "assumed";
  }
  return "";
}

std::optional<Status> status_from(std::string_view text) {
  for (const Status status : {Status::enacted, Status::announced, Status::derived, Status::assumed}) {
    if (text == to_string(status)) return status;
  }
  return std::nullopt;
}

const char* to_string(Unit unit) {
  for (const auto& [known, name] : unit_names) {
    if (known == unit) return name;
  }
  return "";
}

std::optional<Unit> unit_from(std::string_view text) {
  for (const auto& [unit, name] : unit_names) {
    if (text == name) return unit;
  }
  return std::nullopt;
}

std::vector<std::string> unit_words() {
  std::vector<std::string> words;
  for (const auto& [unit, name] : unit_names) words.emplace_back(name);
  return words;
}

const char* example_of(Unit unit) {
  switch (unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: return "600 or 600元";
    case Unit::rate: return "0.16 or 16%";
    case Unit::yuan_per_unit: return "0.94 or 300000/319000";
    case Unit::persons:
    case Unit::count: return "5429";
    case Unit::months: return "12";
    case Unit::years: return "15";
    case Unit::month: return "2024-07";
    case Unit::months_of_year: return "4,10";
    case Unit::choice: return "one of its choices";
  }
  return "";
}

std::optional<MonthSet> MonthSet::parse(std::string_view text) {
  MonthSet set;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto month = parse_whole(text.substr(0, comma));
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    const auto bit = static_cast<std::uint16_t>(1u << (*month - 1));
    if ((set.bits & bit) != 0) return std::nullopt;
    set.bits = static_cast<std::uint16_t>(set.bits | bit);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
    if (text.empty()) return std::nullopt;  // "4," lacks its month
  }
  return set;
}

int MonthSet::size() const { return std::popcount(bits); }

std::optional<Value> parse_value(Unit unit, std::string_view text) {
  switch (unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: {
      const auto bare = parse_yuan(text);
      return as_value(bare ? bare : parse_money_with_unit(text));
    }
    case Unit::rate: return as_value(parse_rate(text));
    case Unit::yuan_per_unit: return as_value(Rate::parse(text));
    case Unit::persons:
    case Unit::count:
    case Unit::months:
    case Unit::years: return as_value(parse_whole(text));
    case Unit::month: return as_value(Month::parse(text));
    case Unit::months_of_year: return as_value(MonthSet::parse(text));
    case Unit::choice: return text.empty() ? std::nullopt : std::optional<Value>(std::string(text));
  }
  return std::nullopt;
}

std::string value_text(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return yuan_text(*money);
  if (const auto* rate = std::get_if<Rate>(&value)) return to_string(*rate);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* month = std::get_if<Month>(&value)) return to_string(*month);
  if (const auto* word = std::get_if<std::string>(&value)) return *word;
  std::string text;
  for (int month = 1; month <= 12; ++month) {
    if ((std::get<MonthSet>(value).bits >> (month - 1) & 1) == 0) continue;
    text += (text.empty() ? "" : ",") + std::to_string(month);
  }
  return text;
}

void ParameterTree::add(Parameter parameter) {
  std::string path = parameter.path;
  if (!parameters_.try_emplace(std::move(path), std::move(parameter)).second) {
    no_such_value(parameter.path, "is there twice");
  }
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

const std::string& ParameterTree::choice(std::string_view path, Month month) const {
  return typed<std::string>(at(path, month), path);
}

void ParameterTree::override_value(const std::string& path, std::string_view text, const std::string& reason,
                                   const std::string& origin, const Place& place, InputErrors& errors) {
  const auto found = parameters_.find(path);
  if (found == parameters_.end()) {
    const std::string near = nearest_name(path, paths());
    errors.add(place, path, "there is no such parameter", "an override of nothing would change nothing",
               near.empty() ? "See disburse list parameters" : "Did you mean " + near + "?");
    return;
  }
  Parameter& parameter = found->second;
  const auto value = parse_value(parameter.unit, text);
  if (!value) {
    errors.add(place, path, "\"" + std::string(text) + "\" does not fit",
               std::string("its unit is ") + to_string(parameter.unit),
               std::string("Write it as ") + example_of(parameter.unit));
    return;
  }
  if (!check_value(parameter, *value, place, errors)) return;
  constexpr Month always(1800, 1);
  parameter.values.assign(1, {always, std::nullopt, Date{always.year(), 1, 1}, *value, Status::assumed, reason, place});
  parameter.origin = origin;
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
      errors.add(value.place, parameter.path, "from = " + to_string(value.from) + " does not follow " +
                                                  to_string(before->from),
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
