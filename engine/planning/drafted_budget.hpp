#pragma once
// A drafted year's budget: the document in the official tables, the working paper beside it, what decided it.
#include "engine/budget/paper.hpp"
#include "engine/projection/doubted_manifest.hpp"

namespace disburse {

struct DraftedBudget {
  BudgetDocument document;
  BudgetPaper paper;
  DoubtedManifest manifest;
  std::vector<Finding> untied;  ///< sums and tables that do not agree: nothing is written while there are any
  std::vector<Message> hints;   ///< to whoever drafts: what may be entered; not part of the papers, not written to JSON
};

}  // namespace disburse
