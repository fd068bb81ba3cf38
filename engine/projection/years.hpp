#pragma once
// Many years: each calendar year of a run by programme and line, and the law that had to be carried into it.
#include "engine/projection/projection.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// The calendar years of the horizon by month paid; what is paid after it belongs to no year here.
std::vector<YearFigure> years_of(const RunResult& run, const ProgrammeSet& programmes, const Budget& budget);

/// Values that the run took unchanged into years after `roster_year`, since nothing later is known and no assumption
/// says how they go on; with the outlay of the programmes that rest on each.
std::vector<CarriedValue> carried_values(const RunResult& run, const ProgrammeSet& programmes,
                                         const ParameterTree& law);

}  // namespace disburse
