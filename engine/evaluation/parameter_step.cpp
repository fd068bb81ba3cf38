#include "engine/evaluation/parameter_step.hpp"

#include <cmath>

#include "engine/law/relative_change.hpp"

namespace disburse {
namespace {

constexpr int rate_places = 6;
constexpr double millionths = 1e6;
constexpr double fen_a_yuan = 100.0;
constexpr int percent_places = 2;
constexpr double hundredths_of_a_per_cent = 1e4;

}  // namespace

std::optional<ParameterStep> ParameterStep::of(Unit unit) {
  switch (unit) {
    case Unit::rate:
    case Unit::yuan_per_unit: return ParameterStep(unit, millionths);
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: return ParameterStep(unit, fen_a_yuan);
    case Unit::persons:
    case Unit::months:
    case Unit::years:
    case Unit::count: return ParameterStep(unit, 1.0);
    default: return std::nullopt;
  }
}

ParameterStep ParameterStep::relative() { return {Unit::rate, hundredths_of_a_per_cent, true}; }

std::optional<std::int64_t> ParameterStep::parse(const std::string& text) const {
  if (relative_) {
    const auto factor = relative_factor(text);
    return factor ? std::optional(count_of(factor->to_double() - 1.0)) : std::nullopt;
  }
  const auto value = parse_value(unit_, text);
  return value ? std::optional(count(*value)) : std::nullopt;
}

std::int64_t ParameterStep::count(const Value& value) const {
  if (const auto* amount = std::get_if<Money>(&value)) return amount->fen();
  if (const auto* rate = std::get_if<Rate>(&value)) return count_of(rate->to_double());
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  return 0;
}

std::int64_t ParameterStep::count_of(double number) const { return std::llround(number * per_unit_); }
double ParameterStep::number(std::int64_t steps) const { return static_cast<double>(steps) / per_unit_; }
std::string ParameterStep::text(std::int64_t steps) const {
  if (!relative_) return number_text(unit_, number(steps), rate_places);
  constexpr double per_cent = 100.0;
  return (steps < 0 ? "-" : "+") + number_text(Unit::rate, std::abs(number(steps)) * per_cent, percent_places) + "%";
}

Override ParameterStep::change(const std::string& path, std::int64_t steps) const {
  return {path, text(steps), "tried by a search", "--vary", {"--vary", 0, 0}};
}

}  // namespace disburse
