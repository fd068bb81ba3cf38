#pragma once
// What the performance forms of a drafted year say (scenarios/forms/*.toml), and figures entered by hand.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/budget_draft.hpp"

namespace disburse {

/// What an agency's forms and text say beside the figures.
struct FormMapping {
  std::vector<IndicatorText> indicators;
  std::vector<BudgetTerm> terms;
};

/// Reads a form mapping; `template_document` must have every indicator that it names.
/// Errors: InputRejected(Door::data).
FormMapping read_form_mapping(const std::filesystem::path& file, const BudgetDocument& template_document);

/// `text` with every {name} replaced by `values[name]`.
/// Errors: InputRejected(Door::data) naming what is unknown.
std::string filled(const std::string& text, const std::map<std::string, std::string>& values, const std::string& where);

/// Figures entered by hand (disburse/budget-entries/1): [[line]] code, basic, executed; [[economic]] code, amount;
/// [[public_expense]] column, executed; all amounts in 万元. They go over what the engine or the template says.
/// [[statement]] section, text: what the agency says in a section of the text that has no figure in the tables;
/// returned by section.
/// Errors: InputRejected(Door::data): a code or section that is not known, an amount that is none.
std::map<std::string, std::string> read_entries(const std::filesystem::path& file,
                                                const BudgetDocument& template_document, DraftFigures& figures);

/// Sections of the text that only the agency can fill: 政府采购情况, 国有资产占用情况, 其他需要说明的情况.
const std::vector<std::string>& stated_sections();

}  // namespace disburse
