#pragma once
// A published document as a budget (disburse/budget/1): tables, forms, and what could not be read.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "scenarios/published/published_tables.hpp"

namespace disburse {

struct PublishedBudget {
  BudgetDocument document;  ///< forms without programme, their lines by the sums of table 2
  std::set<int> read;       ///< tables that were printed; the others are computed
  std::size_t cells = 0;    ///< figures that were read
  std::vector<ReadingNote> notes;
  std::vector<FactPlace> places;  ///< of what was read: title, rows, forms, indicators, figures of the text
};

/// Reads the documents as one. Where no form was printed, each line with project money becomes a project of its name.
/// Errors: InputRejected(Door::data): no table of functions with amounts (it is no budget), no year, two budgets.
PublishedBudget read_published_budget(const std::vector<std::filesystem::path>& files, const OfficialTables& official);

}  // namespace disburse
