#pragma once
// The indicators of one performance form, told apart by the words of their levels.
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_tables.hpp"

namespace disburse {

/// The indicators among `lines` of the project `name`. In text that was printed as columns, names and levels go on
/// over lines; what cannot be told apart goes to `notes`.
std::vector<BudgetIndicator> read_indicators(const std::vector<PublishedLine>& lines, const std::string& name,
                                             std::vector<ReadingNote>& notes);

}  // namespace disburse
