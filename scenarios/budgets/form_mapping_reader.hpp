#pragma once
// Reads what the performance forms of a drafted year say (scenarios/forms/*.toml), and figures entered by hand.
#include <filesystem>

#include "engine/budget/form_mapping.hpp"

namespace disburse {

/// Reads a form mapping; `template_document` must have every indicator that it names.
/// Errors: InputRejected(Door::data).
FormMapping read_form_mapping(const std::filesystem::path& file, const BudgetDocument& template_document);

/// Figures entered by hand (disburse/budget-entries/1): [[line]] code, basic, executed; [[economic]] code, amount;
/// [[public_expense]] column, executed; all amounts in 万元. [[statement]] section, text: what the agency says in a
/// section of the text that has no figure in the tables.
/// Errors: InputRejected(Door::data): a code or section that is not known, an amount that is none.
BudgetEntries read_entries(const std::filesystem::path& file, const BudgetDocument& template_document);

}  // namespace disburse
