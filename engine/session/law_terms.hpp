#pragma once
// What the projection takes from the law beside its programmes: mortality, and what goes wrong; over either numbers.
#include <memory>

#include "engine/base/calendar.hpp"
#include "engine/derivatives/smooth_law.hpp"
#include "engine/law/law.hpp"
#include "engine/projection/irregular.hpp"

namespace disburse {

/// The life table that the law chooses, with its factors, as they hold in each month of the horizon; the improvement of
/// each year is that in force in its January, or when the run begins where that is later. The first year of improvement
/// is the one that holds when the run begins.
std::unique_ptr<Mortality> mortality_of(const ParameterTree& law, const LifeTables& tables, Horizon horizon);
std::unique_ptr<MortalityOf<Smooth>> mortality_of(const SmoothLaw& law, const LifeTables& tables, Horizon horizon);

/// What goes wrong by the rates in force in `month`.
Irregularities irregularities(const ParameterTree& law, Month month);
/// The same in each month of the horizon.
IrregularPlan irregularities(const ParameterTree& law, Horizon horizon);
IrregularPlanOf<Smooth> irregularities(const SmoothLaw& law, Horizon horizon);

}  // namespace disburse
