#pragma once
// What the projection takes from the law beside its programmes: mortality, and what goes wrong; over either numbers.
#include <memory>

#include "engine/base/calendar.hpp"
#include "engine/derivatives/smooth_law.hpp"
#include "engine/law/law.hpp"
#include "engine/projection/irregular.hpp"

namespace disburse {

/// The life table that the law chooses, with its factors and improvement over the horizon.
std::unique_ptr<Mortality> mortality_of(const ParameterTree& law, const LifeTables& tables, Horizon horizon);
std::unique_ptr<MortalityOf<Smooth>> mortality_of(const SmoothLaw& law, const LifeTables& tables, Horizon horizon);

Irregularities irregularities(const ParameterTree& law, Month month);
IrregularitiesOf<Smooth> irregularities(const SmoothLaw& law, Month month);

}  // namespace disburse
