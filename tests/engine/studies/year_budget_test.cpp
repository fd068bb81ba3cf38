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

TEST(YearBudget, one_view_of_basic_expenditure_entered_without_the_other_does_not_tie) {
  BudgetEntries entries;
  entries.basic["2080109"] = 3651000.00_yuan;  // table 2; table 3 says still 265.10
  YearBudgetRequest request;
  request.year = 2025;
  request.entries = entries;
  request.ranges = request.must_tie = false;
  const auto scenario = through_year(base_scenario(), 2025);
  const DraftedBudget live = draft_year(base_data(), scenario, request);
  ASSERT_EQ(live.untied.size(), 1u) << "100.00 more in table 2 than in table 3";
  EXPECT_EQ(live.untied.front().code, "tables_differ");
  request.must_tie = true;
  try {
    draft_year(base_data(), scenario, request);
    FAIL() << "a draft that does not tie was taken";
  } catch (const InputRejected& rejected) {
    ASSERT_EQ(rejected.errors().size(), 1u);
    EXPECT_EQ(rejected.errors().begin()[0].key, "tables_differ");
    EXPECT_NE(english(rejected.errors().begin()[0].problem).find("496.53"), std::string::npos) << "of table 2";
  }
  EXPECT_TRUE(draft(2025).untied.empty());
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
