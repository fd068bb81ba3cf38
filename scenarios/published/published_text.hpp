#pragma once
// The figures of the explanatory text (部门预算情况说明) of a published document.
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_tables.hpp"

namespace disburse {

struct PublishedText {
  std::vector<TextFigure>
      figures;  ///< amounts in 万元, each with the cell that it repeats, where a row of its name has it
  std::vector<ReadingNote> notes;  ///< amounts that stand in no table
  std::vector<FactPlace> places;
};

/// Reads `lines` from the heading 情况说明 on; those before it are no explanation. Amounts of a change (增加, 减少) are
/// read as such and expected in no table.
PublishedText read_published_text(const std::vector<PublishedLine>& lines, const BudgetDocument& document);

}  // namespace disburse
