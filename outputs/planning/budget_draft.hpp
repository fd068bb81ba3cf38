#pragma once
// A drafted budget as JSON (disburse/budget-draft/1).
#include <string>

#include "engine/planning/drafted_budget.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

/// `command` drafts the same budget again.
std::string budget_draft_json(const DraftedBudget& budget, const std::vector<Finding>& findings,
                              const std::string& command, Language language = Language::zh);

/// A draft with the findings of its check: forms and text of the whole document do not stand in JSON.
struct WrittenDraft {
  DraftedBudget budget;
  std::vector<Finding> findings;
  std::string command;
};

/// The tables and the working paper that a document was written from. Errors: nlohmann::json::exception,
/// UnsoundDocument where it is no disburse/budget-draft/1.
WrittenDraft budget_draft_from_json(const Json& document);

}  // namespace disburse
