#pragma once
// Programmes of a year in progress: what was paid, locked, and what is still to come as projected.
#include <vector>

#include "engine/planning/reforecast_result.hpp"

namespace disburse {

/// Payments as if everything had gone as projected: for programmes of which nothing is known.
std::vector<ActualMonth> as_projected(const std::vector<ProjectedMonth>& months, Month last);

/// month in which each programme is projected; none: all months are.
std::vector<YearEstimate> estimates(const std::vector<std::vector<ProjectedMonth>>& projected, const Actuals& actuals,
                                    const std::vector<ProgrammeDefinition>& programmes,
                                    const std::vector<Month>& begins = {});

}  // namespace disburse
