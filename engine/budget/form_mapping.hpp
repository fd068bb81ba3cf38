#pragma once
// What the performance forms and the text of a drafted year say beside the engine's figures.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/budget/draft.hpp"

namespace disburse {

/// What an agency's forms and text say beside the figures.
struct FormMapping {
  std::vector<IndicatorText> indicators;  ///< values with {names} to be filled in
  std::vector<BudgetTerm> terms;
  std::optional<NewFormText> new_form;            ///< of projects that the last document lacks
  std::map<std::string, std::string> line_names;  ///< of 类, 款 and 项 that it lacks
  std::string file;                               ///< for messages
};

/// Figures entered by hand. They go over what the engine or the template says.
struct BudgetEntries {
  std::map<std::string, Money> executed, basic;   ///< by 项 code
  std::map<std::string, Money> economic;          ///< by 款 code
  std::map<std::string, Money> last_year_public;  ///< by column of table 4
  std::map<std::string, Money> public_budget;     ///< of the year drafted, by column of table 4
  std::map<std::string, Money> envelopes;         ///< what a code of table 2 may spend at most
  std::map<std::string, std::string> statements;  ///< what the agency says, by section of the text
  std::vector<IndicatorText> indicators;          ///< values of performance forms, by their drafted names
  std::string file;                               ///< for messages
};

/// `text` with every {name} replaced by `values[name]`.
/// Errors: InputRejected(Door::data) naming what is unknown.
std::string filled(const std::string& text, const std::map<std::string, std::string>& values, const std::string& where);

/// Lays entered figures over those of a draft.
void enter(const BudgetEntries& entries, DraftFigures& figures);

/// Codes of table 2 that are drafted above their envelope, as doubts.
std::vector<Finding> above_envelopes(const BudgetEntries& entries, const Budget& drafted);

/// Puts entered values over a draft's indicators, lets goals that quote a number of theirs follow, and returns what was
/// proposed, by "二级指标·三级指标". An entry names
/// an indicator so, or by its own name where no other has it. Errors: InputRejected(Door::data) where none or several
/// fit.
std::vector<IndicatorText> enter_indicators(const BudgetEntries& entries, BudgetDocument& document);

/// Sections of the text that only the agency can fill: 政府采购情况, 国有资产占用情况, 其他需要说明的情况.
const std::vector<std::string>& stated_sections();

/// Every section of the text but those of single lines, which are named by their codes: the ones above, and those that
/// this program proposes and the agency may say otherwise.
const std::vector<std::string>& text_sections();

}  // namespace disburse
