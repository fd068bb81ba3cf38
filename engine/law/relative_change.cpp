#include "engine/law/relative_change.hpp"

#include <charconv>
#include <cmath>

#include "engine/law/parameter_extension.hpp"
#include "engine/law/value_bounds.hpp"

namespace disburse {
namespace {

constexpr int places = 9;

template <class Amount, class Scale>
Steps<Amount> scaled_steps(Steps<Amount> table, const Scale& scale) {
  for (auto& step : table.steps) step.amount = scale(step.amount);
  return table;
}

Rate rate_times(const Rate& rate, const Rate& factor) {
  const double product = rate.to_double() * factor.to_double();
  const bool small =
      std::abs(static_cast<double>(rate.numerator())) * std::abs(static_cast<double>(factor.numerator())) < 1e15 &&
      static_cast<double>(rate.denominator()) * static_cast<double>(factor.denominator()) < 1e15;
  if (small) return rate * factor;  // exact
  return std::get<Rate>(*parse_value(Unit::yuan_per_unit, number_text(Unit::rate, product, places)));
}

/// What a relative change does to each value: a factor, or an amount more or less.
struct Relative {
  Rate factor{1, 1};
  std::optional<Value> more;  ///< in the parameter's unit
  bool less = false;
};

/// `value` and `more`, or without it; empty for what has no amount of its own to add.
std::optional<Value> moved(const Value& value, const Value& more, bool less) {
  const auto* amount = std::get_if<Money>(&value);
  const auto* by = std::get_if<Money>(&more);
  if (amount != nullptr && by != nullptr) return less ? *amount - *by : *amount + *by;
  const auto* whole = std::get_if<std::int64_t>(&value);
  const auto* heads = std::get_if<std::int64_t>(&more);
  if (whole != nullptr && heads != nullptr) return less ? *whole - *heads : *whole + *heads;
  const auto* rate = std::get_if<Rate>(&value);
  const auto* points = std::get_if<Rate>(&more);
  if (rate != nullptr && points != nullptr) return *rate + (less ? Rate(-1, 1) * *points : *points);
  return std::nullopt;
}

/// `value` times `factor`; empty for what has no amount.
std::optional<Value> scaled(const Value& value, const Rate& factor) {
  const auto money = [&](Money amount) { return amount.times(factor, Rounding::half_up); };
  const auto rate = [&](const Rate& one) { return rate_times(one, factor); };
  if (const auto* amount = std::get_if<Money>(&value)) return money(*amount);
  if (const auto* one = std::get_if<Rate>(&value)) return rate(*one);
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    return rounded_quotient(Int128{*whole} * factor.numerator(), factor.denominator(), Rounding::half_up);
  if (const auto* table = std::get_if<StepTable>(&value)) return scaled_steps(*table, money);
  if (const auto* numbers = std::get_if<NumberTable>(&value)) return scaled_steps(*numbers, rate);
  return std::nullopt;
}

std::optional<Value> changed(const Value& value, const Relative& by) {
  return by.more ? moved(value, *by.more, by.less) : scaled(value, by.factor);
}

bool is_signed_percentage(std::string_view text) {
  return (text.starts_with('+') || text.starts_with('-')) && text.ends_with('%');
}

/// What a signed percentage of a share may mean, each with its value.
void report_two_readings(const Parameter& parameter, const Override& change, const Rate& factor, Month last,
                         InputErrors& errors) {
  const Month asked = change.from.value_or(last);
  const DatedValue* now = value_in_force(parameter, asked);
  if (now == nullptr && !parameter.values.empty()) now = &parameter.values.front();
  const Rate base = now == nullptr ? Rate() : std::get<Rate>(now->value);
  const Rate points = factor + Rate(-1, 1);
  errors.add(
      change.place, change.path, "\"{}\" has two readings"_m(change.value),
      "the parameter is itself a share or a rate, now {}: the change may be of it or in points"_m(to_string(base)),
      "Write x{} for {} times as much ({}), or the new value itself, as {} for so many points"_m(
          to_string(factor), to_string(factor), to_string(rate_times(base, factor)), to_string(base + points)));
}

void report_no_amount(const Parameter& parameter, const Override& change, InputErrors& errors) {
  errors.add(change.place, change.path, "\"{}\" says how much more or less"_m(change.value),
             "the parameter is no amount; its unit is {}"_m(unit_name(parameter.unit)),
             "Write the value itself, as {}"_m(example_of(parameter.unit)));
}

Override piece(const Override& change, std::optional<Month> from, std::optional<Month> until, const Value& value) {
  Override own = change;
  own.from = from;
  own.until = until;
  own.value = value_text(value);
  return own;
}

/// One window for each value in force between the change's months.
std::vector<Override> in_window(const Parameter& extended, const Override& change, const Relative& by) {
  std::vector<Override> pieces;
  for (const DatedValue& value : values_in_force(extended)) {
    const Month first = std::max(value.from, *change.from);
    const Month end = value.until ? std::min(*value.until, *change.until) : *change.until;
    // A value without an end holds until the next one begins.
    if (!pieces.empty() && *pieces.back().until >= first) pieces.back().until = first - 1;
    if (first > end) continue;
    if (const auto more = changed(value.value, by)) pieces.push_back(piece(change, first, end, *more));
  }
  std::erase_if(pieces, [](const Override& one) { return *one.until < *one.from; });
  return pieces;
}

/// A sum of other parameters does not go on from what was changed: each of its values is changed by itself.
bool goes_on_from_itself(const Parameter& dated) {
  return !dated.extension || dated.extension->rule != ExtensionRule::sum;
}

/// From the change's month on, or from the first value: every dated value, the earliest first.
std::vector<Override> for_good(const Parameter& dated, const Parameter& extended, const Override& change,
                               const Relative& by) {
  std::vector<Override> pieces;
  const Month first = change.from.value_or(dated.values.empty() ? Month(1800, 1) : dated.values.front().from);
  const DatedValue* held = value_in_force(extended, first);
  if (held != nullptr && (held->from < first || held->extended)) {  // an extension may begin in the very month
    if (const auto more = changed(held->value, by)) pieces.push_back(piece(change, first, std::nullopt, *more));
  }
  for (const DatedValue& value : goes_on_from_itself(dated) ? dated.values : extended.values) {
    if (value.from < first || (value.extended && value.from == first)) continue;
    if (const auto more = changed(value.value, by)) pieces.push_back(piece(change, value.from, std::nullopt, *more));
  }
  return pieces;
}

std::optional<int> bare_month(const std::string& text) {
  int month = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), month);
  constexpr int months = 12;
  if (error != std::errc{} || end != text.data() + text.size() || month < 1 || month > months) return std::nullopt;
  return month;
}

/// "9" of a month: with the year of the change's own months, where these lie in one.
std::vector<Override> with_year(const Override& change, int month, Month last, InputErrors& errors) {
  if (change.from && change.until && change.from->year() == change.until->year())
    return {piece(change, change.from, change.until, Month(change.from->year(), month))};
  const auto written = [&](int year) { return to_string(Month(year, month)); };
  errors.add(change.place, change.path, "the month {} lacks its year"_m(month),
             "the parameter holds one month of one year"_m,
             "Write {} or {}, or say in which year alone the change holds, as {}@{}-01..{}-12={}"_m(
                 written(last.year()), written(last.year() + 1), change.path, last.year(), last.year(), month));
  return {};
}

/// One month of each year, as "2024-09" of a parameter that goes on every year: it speaks of its own year alone.
bool names_its_year(const Parameter& parameter, const Override& change) {
  return parameter.unit == Unit::month && parameter.extension &&
         parameter.extension->rule == ExtensionRule::every_year && !change.from && !change.until &&
         parse_value(Unit::month, change.value);
}

Override in_its_year(const Override& change) {
  const int year = std::get<Month>(*parse_value(Unit::month, change.value)).year();
  constexpr int december = 12;
  Override own = change;
  own.from = Month(year, 1);
  own.until = Month(year, december);
  return own;
}

}  // namespace

std::optional<Rate> relative_factor(std::string_view text) {
  if (text.starts_with('x') || text.starts_with('X')) {
    const auto factor = Rate::parse(text.substr(1));
    return factor && *factor >= Rate() ? factor : std::nullopt;
  }
  if (!is_signed_percentage(text)) return std::nullopt;
  const bool more = text.front() == '+';
  const auto points = Rate::parse(std::string(text.substr(1, text.size() - 2)) + "/100");
  if (!points || *points < Rate() || (!more && *points > Rate(1, 1))) return std::nullopt;
  return more ? Rate(1, 1) + *points : Rate(1, 1) + Rate(-1, 1) * *points;
}

namespace {

/// What a text says of values in `unit`; empty for one that is not relative, or whose amount is none of the unit.
std::optional<Relative> relative_of(std::string_view text, Unit unit) {
  if (const auto factor = relative_factor(text)) return Relative{*factor, std::nullopt, false};
  if (!text.starts_with("+=") && !text.starts_with("-=")) return std::nullopt;
  constexpr std::size_t sign = 2;
  auto more = parse_value(unit, std::string(text.substr(sign)));
  if (!more) return std::nullopt;
  return Relative{{1, 1}, std::move(more), text.front() == '-'};
}

}  // namespace

std::vector<Override> with_own_values(const ParameterTree& law, const Override& change, Month last,
                                      InputErrors& errors) {
  const Parameter* parameter = law.find(change.path);
  if (parameter == nullptr) return {change};  // told where it is put in force
  if (parameter->unit == Unit::month) {
    if (const auto month = bare_month(change.value)) return with_year(change, *month, last, errors);
    if (names_its_year(*parameter, change)) return {in_its_year(change)};
  }
  const auto by = relative_of(change.value, parameter->unit);
  if (!by) return {change};
  if (parameter->unit == Unit::rate && is_signed_percentage(change.value)) {
    report_two_readings(*parameter, change, by->factor, last, errors);
    return {};
  }
  if (parameter->values.empty() || !changed(parameter->values.front().value, *by)) {
    report_no_amount(*parameter, change, errors);
    return {};
  }
  ParameterTree extended = law;
  // As far as the change reaches: how much it comes to does not depend on where a horizon ends.
  const Month reach = std::max(last, change.until.value_or(change.from.value_or(last)));
  extend_parameters(extended, Month(reach.year(), 12));
  const Parameter& on = *extended.find(change.path);
  std::vector<Override> pieces =
      change.until && change.from ? in_window(on, change, *by) : for_good(*parameter, on, change, *by);
  // Months in which there is nothing to change are refused where the change is put in force, as those of any value.
  if (pieces.empty()) pieces.push_back(piece(change, change.from, change.until, parameter->values.front().value));
  return pieces;
}

void put_in_force(ParameterTree& law, const Override& change, Month last, InputErrors& errors) {
  for (const Override& own : with_own_values(law, change, last, errors)) law.override_value(own, errors);
}

}  // namespace disburse
