#pragma once
// A year's budget from the projection: projects, ranges, forms, the document that ties.
#include <memory>
#include <optional>
#include <vector>

#include "engine/budget/form_mapping.hpp"
#include "engine/planning/drafted_budget.hpp"
#include "engine/planning/track_record.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct YearBudgetRequest {
  int year = 0;
  FormMapping forms;
  std::optional<BudgetEntries> entries;  ///< figures entered by hand
  int threads = 0;
  std::vector<Outturn> outturns{};  ///< what ended years cost, as far as it is known
  bool ranges = true;               ///< low and high of each project, which take most of the work
  bool must_tie = true;             ///< false while figures are being entered: `untied` tells what does not tie yet
};

/// The scenario with a horizon that holds the whole of `year`.
Scenario through_year(Scenario scenario, int year);

/// The budget of a year that lies within the scenario's horizon. The published document's own year is made from its own
/// figures; a later year year by year: engine-driven projects as projected, last year's outturn as stated
/// or else as projected (预计执行数), basic expenditure as in the document before unless the entries say otherwise, low
/// and high of each project by the root of summed squares of what each uncertain assumption alone does at its low and
/// its high (taken as independent). Errors: InputRejected where the year lies before the document's or beyond what can
/// be projected; where the draft does not tie and has to, with the findings.
DraftedBudget draft_year(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                         const YearBudgetRequest& request);

}  // namespace disburse
