#pragma once
// Performance forms (绩效目标表) of a published document.
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_units.hpp"

namespace disburse {

/// A form for each 项目名称 among `lines`, without programme and line, which no document prints. Indicators that cannot
/// be told apart go to `notes`. `unit` is what stands nearest before them; a form's own goes before it. `places` takes
/// where each form and indicator stands.
std::vector<BudgetForm> read_published_forms(const std::vector<PublishedLine>& lines, std::vector<ReadingNote>& notes,
                                             PrintedUnit unit = {}, std::vector<FactPlace>* places = nullptr);

}  // namespace disburse
