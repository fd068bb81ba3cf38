// Payments against appropriations: sums by programme, line, month and payer, worked out by hand.
#include "engine/comparison/budget_variance.hpp"

#include <gtest/gtest.h>

#include "engine/comparison/control.hpp"
#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon two_years{Month(2024, 1), 13};  // January 2025 is paid, but of no budget here

/// A pension on line "line of pension", and one without a budget.
ProgrammeSet programmes() {
  ProgrammeSet set;
  for (const char* id : {"pension", "extra"})
    set.push_back(std::make_unique<MadeProgramme>(id, Scheme::resident, two_years,
                                                  std::vector<MadePart>{made_part("benefit", payer("city"), {})}));
  return set;
}

Budget budget() {
  Budget made;
  made.fiscal_year = 2024;
  made.version = "年初预算";
  made.lines = {{"line of pension", "补助", 100_yuan, 900_yuan, 1000_yuan, {}}};
  made.projects = {{"pension", "养老", "line of pension", 900_yuan}};
  made.total = 1000_yuan;
  made.basic = 100_yuan;
  return made;
}

LedgerCell cell(std::size_t programme, Month paid, Money amount, double persons, const Payer& who = payer("city")) {
  const char* line = programme == 0 ? "line of pension" : "line of extra";
  return {{programme, who.is_own() ? line : "", who, Kind::regular, paid, paid}, amount, persons, 0};
}

RunResult compared() {
  RunResult run;
  run.manifest.horizon = two_years;
  run.ledger = {cell(0, Month(2024, 1), 600_yuan, 3.0), cell(0, Month(2024, 2), 540_yuan, 4.0),
                cell(0, Month(2024, 2), 60_yuan, 0.0, payer("fund")), cell(0, Month(2025, 1), 999_yuan, 9.0),
                cell(1, Month(2024, 3), 7_yuan, 1.0)};
  compare(run, programmes(), budget(), {});
  return run;
}

TEST(BudgetVariance, sums_a_programmes_year_on_its_line_and_of_all_payers) {
  const RunResult run = compared();
  ASSERT_EQ(run.programmes.size(), 2U);
  const ProgrammeResult& pension = run.programmes[0];
  EXPECT_EQ(pension.amount.budget, 900_yuan);
  EXPECT_EQ(pension.amount.projected, 1140_yuan) << "600 and 540 of the city in 2024";
  EXPECT_EQ(pension.amount.difference(), 240_yuan);
  EXPECT_EQ(pension.outlay, 1200_yuan) << "with the fund's 60";
  EXPECT_EQ(pension.headcount, 4.0) << "the largest month of the budget's year";
  ASSERT_EQ(pension.by_payer.size(), 2U);
  ASSERT_EQ(pension.monthly.size(), 13U);
  EXPECT_EQ(pension.monthly[1].paid, 600_yuan);
  EXPECT_EQ(pension.monthly[1].line, 540_yuan);
  EXPECT_EQ(pension.monthly[12].paid, 999_yuan);
  EXPECT_FALSE(run.programmes[1].amount.budget);
  EXPECT_FALSE(run.programmes[1].amount.difference());
}

TEST(BudgetVariance, keeps_lines_without_a_budget_and_reports_what_exceeds) {
  const RunResult run = compared();
  ASSERT_EQ(run.lines.size(), 2U);
  EXPECT_EQ(run.lines[0].amount.budget, 1000_yuan);
  EXPECT_EQ(run.lines[0].amount.projected, 1140_yuan);
  EXPECT_EQ(run.lines[1].code, "line of extra");
  EXPECT_FALSE(run.lines[1].amount.budget);
  EXPECT_EQ(run.total.budget, 1000_yuan);
  EXPECT_EQ(run.total.projected, 1147_yuan);
  std::vector<std::string> codes;
  for (const Finding& finding : run.findings) codes.push_back(finding.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"line_over_budget", "line_without_budget"}));
  EXPECT_EQ(run.monthly[1].paid, 600_yuan);
  EXPECT_EQ(run.monthly[2].paid, 7_yuan);
  EXPECT_EQ(run.budget_version, "年初预算");
}

TEST(BudgetVariance, a_line_spent_to_the_fen_exceeds_nothing) {
  RunResult run;
  run.manifest.horizon = two_years;
  run.ledger = {cell(0, Month(2024, 1), 1000_yuan, 3.0)};
  compare(run, programmes(), budget(), {});
  for (const Finding& finding : run.findings) EXPECT_NE(finding.code, "line_over_budget");
}

/// A run of 2023 is no execution of the budget of 2024: its own year is told, with no budget and a finding that says
/// so.
TEST(BudgetVariance, of_another_year_than_the_budgets_has_no_budget) {
  RunResult run;
  run.manifest.horizon = {Month(2022, 1), 24};
  run.ledger = {cell(0, Month(2022, 3), 50_yuan, 1.0), cell(0, Month(2023, 1), 600_yuan, 3.0)};
  ProgrammeSet set;
  set.push_back(std::make_unique<MadeProgramme>("pension", Scheme::resident, run.manifest.horizon,
                                                std::vector<MadePart>{made_part("benefit", payer("city"), {})}));
  compare(run, set, budget(), {});
  EXPECT_EQ(run.fiscal_year, 2023) << "the last year of the horizon";
  EXPECT_EQ(run.total.projected, 600_yuan);
  EXPECT_FALSE(run.total.budget || run.lines[0].amount.budget || run.programmes[0].amount.budget ||
               run.programmes[0].by_line[0].amount.budget);
  EXPECT_FALSE(run.programmes[0].meaning);
  EXPECT_EQ(run.lines[0].name, "补助");
  EXPECT_EQ(run.budget_version, "");
  ASSERT_EQ(run.findings.size(), 1U) << "no line is said to lack a budget";
  EXPECT_EQ(run.findings[0].code, "no_budget_of_year");
  EXPECT_EQ(english(run.findings[0].message),
            "the data hold the budget of 2024 and none of 2023: what is projected is held against no budget.");
  check_control(run, budget());  // and it balances
}

TEST(BudgetVariance, a_horizon_that_reaches_into_the_budgets_year_is_held_against_it) {
  EXPECT_TRUE(reaches_budget(budget(), {Month(2023, 1), 13}));
  EXPECT_TRUE(reaches_budget(budget(), {Month(2024, 7), 2}));
  EXPECT_FALSE(reaches_budget(budget(), {Month(2023, 1), 12}));
  EXPECT_FALSE(reaches_budget(budget(), {Month(2025, 1), 12}));
}

TEST(Comparison, has_a_rate_only_over_a_budget_of_something) {
  EXPECT_DOUBLE_EQ(*Comparison({400_yuan, 100_yuan}).execution_rate(), 0.25);
  EXPECT_FALSE(Comparison({Money{}, 100_yuan}).execution_rate());
  EXPECT_EQ(Comparison({Money{}, 100_yuan}).difference(), 100_yuan);
  EXPECT_FALSE(Comparison({std::nullopt, 100_yuan}).execution_rate());
}

TEST(BudgetOfProgramme, is_its_project_or_all_basic_money) {
  ProgrammeDefinition definition;
  definition.project = "pension";
  EXPECT_EQ(budget_of_programme(definition, budget()), 900_yuan);
  definition.project = "other";
  EXPECT_FALSE(budget_of_programme(definition, budget()));
  definition.shape = Shape::planned_lines;
  EXPECT_EQ(budget_of_programme(definition, budget()), 100_yuan);
}

TEST(PayersOf, are_each_once_in_the_order_of_the_list) {
  std::vector<ProgrammeResult> all(2);
  all[0].by_payer = {{payer("fund"), 1_yuan}};
  all[1].by_payer = {{payer("city"), 1_yuan}, {payer("fund"), 1_yuan}};
  const std::vector<Payer> payers = payers_of(all);
  ASSERT_EQ(payers.size(), 2U);
  EXPECT_EQ(payers[0].id(), "city");
  EXPECT_EQ(payers[1].id(), "fund");
}

}  // namespace
}  // namespace disburse
