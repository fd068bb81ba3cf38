// A year's budget, asked from code, without forms and entries of a file.
#include "engine/studies/year_budget.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

DraftedBudget draft(int year, std::optional<BudgetEntries> entries = {}) {
  YearBudgetRequest request;
  request.year = year;
  request.entries = std::move(entries);
  return draft_year(base_data(), through_year(base_scenario(), year), request);
}

TEST(YearBudget, drafts_what_is_projected_within_its_range) {
  const DraftedBudget budget = draft(2025);
  EXPECT_EQ(budget.document.fiscal_year, 2025);
  EXPECT_FALSE(budget.paper.projects.empty());
  for (const PaperProject& project : budget.paper.projects) {
    EXPECT_EQ(to_printed(project.projected), project.drafted) << project.programme;
    EXPECT_LE(project.low, project.projected);
    EXPECT_GE(project.high, project.projected);
  }
}

TEST(YearBudget, entered_figures_go_over_those_of_the_document) {
  BudgetEntries entries;
  entries.statements["政府采购情况"] = "无";
  const DraftedBudget budget = draft(2025, entries);
  EXPECT_EQ(budget.paper.statements.at("政府采购情况"), "无");
}

TEST(YearBudget, refuses_years_without_a_ground) {
  EXPECT_THROW(draft(2023), InputRejected);
  EXPECT_THROW(draft(2036), InputRejected);
}

TEST(YearBudget, carries_the_scenario_through_the_year) {
  const Scenario longer = through_year(base_scenario(), 2026);
  EXPECT_EQ(longer.horizon.first, base_scenario().horizon.first);
  EXPECT_EQ(longer.horizon.end() - 1, Month(2026, 12));
  EXPECT_NE(longer.digest, base_scenario().digest);
  EXPECT_EQ(through_year(longer, 2024).horizon, longer.horizon) << "nothing is taken away";
}

}  // namespace
}  // namespace disburse
