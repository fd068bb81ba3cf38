#include "engine/evaluation/movable_parameters.hpp"

#include <cmath>
#include <set>

#include "engine/law/plausibility.hpp"

namespace disburse {
namespace {

/// The step of a slider: some two hundred in the range, at a round number (1, 2 or 5 times a power of ten), no finer
/// than the unit has it.
double step_of(double low, double high, double finest) {
  constexpr double steps = 200.0, ten = 10.0;
  const double wanted = (high - low) / steps;
  if (wanted <= finest) return finest;
  const double power = std::pow(ten, std::floor(std::log10(wanted)));
  for (const double round : {1.0, 2.0, 5.0}) {
    if (wanted <= round * power) return std::max(finest, round * power);
  }
  return std::max(finest, ten * power);
}

/// So many steps, as near to the decimal number as a double comes.
double at_step(double steps, double step) { return step < 1.0 ? steps / std::round(1.0 / step) : steps * step; }

/// A slider is for numbers; the finest step of each unit.
std::optional<double> finest_step(Unit unit) {
  constexpr double fen = 0.01, ten_thousandth = 0.0001;
  switch (unit) {
    case Unit::yuan:
    case Unit::yuan_per_month:
    case Unit::yuan_per_year:
    case Unit::yuan_per_payment: return fen;
    case Unit::rate: return ten_thousandth;
    case Unit::persons:
    case Unit::count:
    case Unit::months:
    case Unit::years: return 1.0;
    case Unit::yuan_per_unit:
    case Unit::month:
    case Unit::months_of_year:
    case Unit::yuan_by_step:
    case Unit::number_by_step:
    case Unit::choice: break;
  }
  return std::nullopt;
}

void add_range(MovableParameter& movable, const Parameter& parameter, const Bounds& bounds) {
  const auto finest = finest_step(parameter.unit);
  if (!finest) return;
  const auto band = plausible_band(bounds, parameter);
  if (!band || !(band->low < band->high)) return;
  movable.step = step_of(band->low, band->high, *finest);
  movable.low = at_step(std::ceil(band->low / *movable.step), *movable.step);
  movable.high = at_step(std::floor(band->high / *movable.step), *movable.step);
}

/// Programmes by what is known of a parameter: what was seen read, and what a component names.
std::vector<std::string> readers(const Evaluator& evaluator, const std::string& path) {
  std::set<std::string> ids = evaluator.readers_of(path);
  std::vector<std::string> ordered;
  for (const ProgrammeDefinition& programme : evaluator.data().law.programmes) {
    if (ids.contains(programme.id)) ordered.push_back(programme.id);
  }
  return ordered;
}

MovableParameter of_cohort(const CohortChange& cohort, const Evaluator& evaluator) {
  MovableParameter movable;
  movable.path = cohort.path;
  movable.name = cohort.name;
  movable.name_en = cohort.name_en;
  movable.at = evaluator.scenario().horizon.first;
  std::set<std::string> ids;
  for (const CohortCounts& counts : cohort.schemes) {
    for (const std::string& path : counts.inflow) {
      const auto some = evaluator.readers_of(path);
      ids.insert(some.begin(), some.end());
    }
  }
  for (const ProgrammeDefinition& programme : evaluator.data().law.programmes) {
    if (ids.contains(programme.id)) movable.programmes.push_back(programme.id);
  }
  constexpr double most = 50.0;  // per cent more or less
  movable.low = -most;
  movable.high = most;
  movable.step = 1.0;
  return movable;
}

}  // namespace

MovableParameters movable_parameters(Evaluator& evaluator, const std::vector<CohortChange>& cohorts) {
  MovableParameters result{evaluator.scenario().name, {}};
  evaluator.evaluate({});  // so that what is read is known
  for (const CohortChange& cohort : cohorts) result.parameters.push_back(of_cohort(cohort, evaluator));
  const Month first = evaluator.scenario().horizon.first;
  for (const auto& [path, parameter] : evaluator.law().all()) {
    MovableParameter movable{path,
                             parameter.name,
                             parameter.name_en,
                             parameter.unit,
                             parameter.choices,
                             readers(evaluator, path),
                             values_in_force(parameter),
                             first,
                             "",
                             parameter.minimum,
                             parameter.maximum,
                             {},
                             {},
                             {},
                             parameter.uncertainty,
                             parameter.note};
    if (movable.programmes.empty()) continue;
    if (const DatedValue* now = value_in_force(parameter, first)) movable.value = value_text(now->value);
    add_range(movable, parameter, evaluator.data().law.bounds);
    result.parameters.push_back(std::move(movable));
  }
  return result;
}

}  // namespace disburse
