#pragma once
// 部门预算情况说明: the text that goes with the tables, every number from them.
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/budget/form_layout.hpp"
#include "engine/budget/paper.hpp"

namespace disburse {

/// "2025年部门预算", of a draft "2025年部门预算（草案）": how files of the document are called.
std::string budget_name(const BudgetDocument& document);

/// Bytes of a docx with the six sections of the official text; `doubts` stand below the title.
std::string budget_narrative(const BudgetDocument& document, const BudgetPaper& paper, const FormLayout& layout,
                             const std::vector<std::string>& doubts);

/// Its paragraphs that an agency may say otherwise, in their order.
std::vector<TextPassage> narrative_passages(const BudgetDocument& document, const BudgetPaper& paper,
                                            const FormLayout& layout);

/// The sentence of one 项: amount, change over last year's outturn, what it pays for. `row` is of table 2.
std::string line_sentence(const BudgetDocument& document, const BudgetRow& row, const BudgetPaper& paper);

}  // namespace disburse
