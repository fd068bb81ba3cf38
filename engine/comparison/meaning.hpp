#pragma once
// What a difference between budget and projection means (差异说明), in the units that the budget itself counts in.
#include <optional>

#include "engine/law/parameters.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// Volume and price effect of a programme's difference and sentences that say it; empty where the budget counts
/// nothing (basic expenditure) or the programme has no budget. The two effects sum to the difference to the fen:
///   volume = (projected units - budget units) x budget / budget units, rounded half up; price = difference - volume.
/// Projected units are the persons paid, summed over the months of the fiscal year.
std::optional<DifferenceMeaning> meaning_of(const ProgrammeDefinition& definition, const ProgrammeResult& programme,
                                            const ParameterTree& law, int fiscal_year);

}  // namespace disburse
