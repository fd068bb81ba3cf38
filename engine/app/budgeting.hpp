#pragma once
// A year's budget from the projection: projects, ranges, forms, the document that ties.
#include "engine/app/session.hpp"
#include "engine/budget_draft.hpp"
#include "outputs/office/budget_paper.hpp"

namespace disburse {

struct DraftedBudget {
  BudgetDocument document;
  BudgetPaper paper;
  Manifest manifest;
};

/// The budget of options.year. The published document's own year is made from its own figures; a later year year by
/// year: engine-driven projects as projected, last year's outturn as projected (预计执行数), basic expenditure as in
/// the document before unless options.entries says otherwise, low and high of each project by the root of summed
/// squares of what each uncertain assumption alone does at its low and its high (taken as independent). Errors:
/// InputRejected where the year lies before the document's or beyond what can be projected; where the draft does not
/// tie, with the findings: nothing is written then.
DraftedBudget draft_year(const Options& options);

}  // namespace disburse
