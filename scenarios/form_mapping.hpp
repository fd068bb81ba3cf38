#pragma once
// What the performance forms of a drafted year say (scenarios/forms/*.toml), and figures entered by hand.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/budget_draft.hpp"

namespace disburse {

/// Reads a form mapping; `template_document` must have every indicator that it names.
/// Errors: InputRejected(Door::data).
std::vector<IndicatorText> read_form_mapping(const std::filesystem::path& file,
                                             const BudgetDocument& template_document);

/// `text` with every {name} replaced by `values[name]`.
/// Errors: InputRejected(Door::data) naming what is unknown.
std::string filled(const std::string& text, const std::map<std::string, std::string>& values, const std::string& where);

/// Figures entered by hand (disburse/budget-entries/1): [[line]] code, basic, executed; [[economic]] code, amount;
/// [[public_expense]] column, executed; all amounts in 万元. They go over what the engine or the template says.
/// Errors: InputRejected(Door::data): a code that the template does not have, an amount that is none.
void read_entries(const std::filesystem::path& file, const BudgetDocument& template_document, DraftFigures& figures);

}  // namespace disburse
