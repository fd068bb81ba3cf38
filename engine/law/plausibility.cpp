#include "engine/law/plausibility.hpp"

#include <algorithm>
#include <cmath>

namespace disburse {
namespace {

/// What is compared with a band; a set of months counts its months. Empty for what has no order.
std::optional<double> numeric(const Value& value) {
  if (const auto* money = std::get_if<Money>(&value)) return static_cast<double>(money->fen()) / 100.0;
  if (const auto* rate = std::get_if<Rate>(&value)) return rate->to_double();
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* month = std::get_if<Month>(&value)) return static_cast<double>(month->index());
  if (const auto* months = std::get_if<MonthSet>(&value)) return static_cast<double>(months->size());
  return std::nullopt;
}

std::vector<double> numbers_in(const Value& value) {
  std::vector<double> numbers;
  for (const Value& amount : amounts_of(value)) {
    if (const auto number = numeric(amount)) numbers.push_back(*number);
  }
  return numbers;
}

/// A computed end as a value of the parameter, so that it is shown as its values are.
Value shown(Unit unit, double number) {
  if (unit == Unit::month) return Month::from_index(static_cast<std::int32_t>(number));
  if (unit == Unit::months_of_year) return std::int64_t{std::llround(number)};
  constexpr int places = 4;
  return parse_value(amount_unit(unit), number_text(amount_unit(unit), number, places)).value_or(Value{});
}

std::vector<double> known_numbers(const Parameter& parameter) {
  std::vector<double> known;
  const auto add = [&](const Value& value) {
    const std::vector<double> numbers = numbers_in(value);
    known.insert(known.end(), numbers.begin(), numbers.end());
  };
  for (const DatedValue& value : parameter.values) add(value.value);
  if (parameter.uncertainty) {
    add(parameter.uncertainty->low);
    add(parameter.uncertainty->high);
  }
  return known;
}

void spread_out(PlausibleBand& band, const UnitBounds& unit, const Parameter& parameter) {
  if (parameter.unit == Unit::month) {
    band.low -= static_cast<double>(unit.spread_months);
    band.high += static_cast<double>(unit.spread_months);
  } else {
    const double spread = unit.spread.to_double();
    band.low = band.low < 0.0 ? band.low * spread : band.low / spread;
    band.high = band.high < 0.0 ? band.high / spread : band.high * spread;
  }
  if (parameter.unit == Unit::months_of_year) {
    band.low = std::max(1.0, band.low);
    band.high = std::min(12.0, band.high);  // months of a year
  }
  if (parameter.unit == Unit::persons || parameter.unit == Unit::count || parameter.unit == Unit::months ||
      parameter.unit == Unit::years) {
    band.low = std::floor(band.low);
    band.high = std::ceil(band.high);
  }
  if (parameter.minimum) band.low = std::max(band.low, *numeric(*parameter.minimum));
  if (parameter.maximum) band.high = std::min(band.high, *numeric(*parameter.maximum));
}

/// The first number of `value` that lies outside.
std::optional<double> outside(const PlausibleBand& band, const Value& value) {
  const double tolerance = 1e-9 * std::max(std::abs(band.low), std::abs(band.high));
  const std::vector<double> numbers = numbers_in(value);
  if (numbers.empty()) return std::nullopt;
  for (const double number : numbers) {
    if (number < band.low - tolerance || number > band.high + tolerance) return number;
  }
  return std::nullopt;
}

Finding doubt(const Parameter& parameter, const PlausibleBand& band, const Message& what) {
  const Message basis = band.said ? "assumed for this parameter"_m : "from the values on record, with a margin"_m;
  return {"implausible_value", Severity::warning, Message::named(parameter.name, parameter.name_en),
          "{}, where {} to {} are plausible ({}; unit: {}): check the unit and the digits"_m(
              what, value_text(band.shown_low), value_text(band.shown_high), basis, unit_name(parameter.unit))};
}

std::optional<Finding> doubt_about(const Parameter& parameter, const PlausibleBand& band, const Parameter& before) {
  for (const std::vector<DatedValue>* list : {&parameter.values, &parameter.windows}) {
    for (const DatedValue& value : *list) {
      if (value.changed && outside(band, value.value))
        return doubt(parameter, band, "set to {}"_m(value_text(value.value)));
    }
  }
  if (!parameter.uncertainty) return std::nullopt;
  const bool same = before.uncertainty &&
                    value_text(before.uncertainty->low) == value_text(parameter.uncertainty->low) &&
                    value_text(before.uncertainty->high) == value_text(parameter.uncertainty->high);
  if (same) return std::nullopt;
  for (const Value* end : {&parameter.uncertainty->low, &parameter.uncertainty->high}) {
    if (outside(band, *end)) return doubt(parameter, band, "its range reaches {}"_m(value_text(*end)));
  }
  return std::nullopt;
}

}  // namespace

std::optional<PlausibleBand> plausible_band(const Bounds& bounds, const Parameter& parameter) {
  if (const auto said = bounds.plausible.find(parameter.path); said != bounds.plausible.end()) {
    const ValueBand& own = said->second;
    return PlausibleBand{*numeric(own.low), *numeric(own.high), own.low, own.high, true};
  }
  const auto unit = bounds.units.find(parameter.unit);
  if (unit == bounds.units.end()) return std::nullopt;
  PlausibleBand band;
  const std::vector<double> known = known_numbers(parameter);
  if (known.empty()) return std::nullopt;
  band.low = *std::min_element(known.begin(), known.end());
  band.high = *std::max_element(known.begin(), known.end());
  spread_out(band, unit->second, parameter);
  band.shown_low = shown(parameter.unit, band.low);
  band.shown_high = shown(parameter.unit, band.high);
  return band;
}

std::vector<Finding> doubts_about(const Bounds& bounds, const ParameterTree& published, const ParameterTree& under) {
  std::vector<Finding> doubts;
  for (const auto& [path, parameter] : under.all()) {
    const Parameter* before = published.find(path);
    if (before == nullptr) continue;
    const auto band = plausible_band(bounds, *before);
    if (!band) continue;
    if (auto found = doubt_about(parameter, *band, *before)) doubts.push_back(std::move(*found));
  }
  return doubts;
}

namespace {

bool is_nothing(const Value& value) { return numeric(value) == 0.0; }

/// The years in which the change holds and what it needs does not.
std::vector<int> years_in_vain(const Parameter& other, const Need& need, const Override& change,
                               const Horizon& horizon) {
  constexpr int december = 12;
  std::vector<int> years;
  const Month end = horizon.end() - 1;
  for (int year = horizon.first.year(); year <= end.year(); ++year) {
    const Month first = std::max({Month(year, 1), horizon.first, change.from.value_or(horizon.first)});
    const Month last = std::min({Month(year, december), end, change.until.value_or(end)});
    const DatedValue* held = first <= last ? value_in_force(other, first) : nullptr;
    if (held == nullptr) continue;
    const bool met = need.value.empty() ? !is_nothing(held->value) : value_text(held->value) == need.value;
    if (!met) years.push_back(year);
  }
  return years;
}

Message text_of(const std::vector<int>& years) {
  std::vector<Message> parts;
  for (const int year : years) parts.push_back(Message::verbatim(std::to_string(year)));
  return joined(parts, ", "_m);
}

Finding in_vain(const Parameter& parameter, const Need& need, const Override& change, const Parameter& other,
                const std::vector<int>& years) {
  constexpr int december = 12;
  const Message name = Message::named(other.name, other.name_en);
  const Month first(years.front(), 1), last(years.back(), december);
  const Message text =
      need.value.empty()
          ? "set to {}, and moves nothing in {}: it acts only where \"{}\" ({}) is above 0, so set that too"_m(
                change.value, text_of(years), name, other.path)
          : "set to {}, and moves nothing in {}: it acts only where \"{}\" is {}, and that is {}; add --set {}@{}..{}={}"_m(
                change.value, text_of(years), name, need.value,
                value_text(value_in_force(other, std::max(first, change.from.value_or(first)))->value), other.path,
                to_string(first), to_string(last), need.value);
  return {"implausible_setting", Severity::warning, Message::named(parameter.name, parameter.name_en), text};
}

}  // namespace

std::vector<Finding> doubts_about_needs(const Bounds& bounds, const ParameterTree& under,
                                        const std::vector<Override>& changes, const Horizon& horizon) {
  std::vector<Finding> doubts;
  for (const Override& change : changes) {
    const auto need = bounds.needs.find(change.path);
    const Parameter* parameter = under.find(change.path);
    const Parameter* other = need == bounds.needs.end() ? nullptr : under.find(need->second.path);
    if (parameter == nullptr || other == nullptr) continue;
    const std::vector<int> years = years_in_vain(*other, need->second, change, horizon);
    if (!years.empty()) doubts.push_back(in_vain(*parameter, need->second, change, *other, years));
  }
  return doubts;
}

}  // namespace disburse
