#include "engine/evaluation/parameter_step.hpp"

#include <cmath>

namespace disburse {
namespace {

constexpr int rate_places = 6;
constexpr double millionths = 1e6;
constexpr double fen_a_yuan = 100.0;

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

std::int64_t ParameterStep::count(const Value& value) const {
  if (const auto* amount = std::get_if<Money>(&value)) return amount->fen();
  if (const auto* rate = std::get_if<Rate>(&value)) return count_of(rate->to_double());
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  return 0;
}

std::int64_t ParameterStep::count_of(double number) const { return std::llround(number * per_unit_); }
double ParameterStep::number(std::int64_t steps) const { return static_cast<double>(steps) / per_unit_; }
std::string ParameterStep::text(std::int64_t steps) const { return number_text(unit_, number(steps), rate_places); }

Override ParameterStep::change(const std::string& path, std::int64_t steps) const {
  return {path, text(steps), "tried by a search", "--vary", {"--vary", 0, 0}};
}

}  // namespace disburse
