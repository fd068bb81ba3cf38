// A comparison of scenarios, asked from code.
#include <gtest/gtest.h>

#include "engine/studies/main_job.hpp"
#include "engine/studies/scenario_comparison.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(ComparisonStudy, shares_and_bridges_sum_to_the_difference_and_who_changed_is_counted) {
  const Scenario variant = changed_scenario("unity_award.ordinary_per_payment", "660");
  ComparisonRequest request;
  request.attribute = "shapley";
  request.who = 3;
  const ComparisonResult result = compare_scenarios(base_data(), base_scenario(), {variant}, request);
  ASSERT_EQ(result.variants.size(), 1U);
  const VariantComparison& comparison = result.variants.front();
  EXPECT_GT(comparison.total.difference(), Money{});
  Money shares;
  for (const ChangeShare& share : comparison.shares) shares += share.amount;
  EXPECT_EQ(shares, comparison.total.difference());
  ASSERT_EQ(comparison.who.size(), 1U);
  EXPECT_EQ(comparison.who.front().id, "unity_award");
  EXPECT_EQ(comparison.who.front().keys.size(), 3U);
  EXPECT_EQ(comparison.who.front().less, 0);
}

TEST(ComparisonStudy, replicates_know_the_difference_better_than_either_side) {
  const Scenario variant = changed_scenario("unity_award.ordinary_per_payment", "660");
  ComparisonRequest request;
  request.replicates = {64, 0, {}, {}, 1};
  const ComparisonResult result = compare_scenarios(base_data(), base_scenario(), {variant}, request);
  EXPECT_EQ(result.variants.front().replicates, 64U);
  for (const ProgrammeChange& programme : result.variants.front().programmes) {
    ASSERT_TRUE(programme.risk) << programme.id;
    if (programme.id != "unity_award") continue;
    // 7,187.30 at 660 yuan against a budget of 6,078.00: no replicate stays within it.
    EXPECT_EQ(programme.risk->over, 1.0);
    EXPECT_GT(programme.risk->chance.p05, Money::yuan(71'000'000));
    EXPECT_LT(programme.risk->chance.p95, Money::yuan(73'000'000));
  }
  for (const DifferenceFigure& figure : result.variants.front().spreads) {
    if (figure.of != RiskFigure::Of::total || figure.year != 2024) continue;
    const double error = static_cast<double>(figure.difference.standard_error.fen());
    EXPECT_NEAR(static_cast<double>(figure.difference.mean.fen()),
                static_cast<double>(result.variants.front().total.difference().fen()), 5.0 * error + 1000.0);
  }
}

TEST(ComparisonStudy, refuses_another_horizon) {
  Scenario shorter = base_scenario();
  shorter.horizon.count = 6;
  EXPECT_THROW(compare_scenarios(base_data(), base_scenario(), {shorter}, {}), InputRejected);
}

TEST(TabulateScenarios, each_column_is_the_run_of_its_scenario) {
  const Scenario variant = changed_scenario("unity_award.ordinary_per_payment", "660");
  const ScenarioTable table = tabulate_scenarios(base_data(), base_scenario(), {variant}, 1);
  ASSERT_EQ(table.scenarios.size(), 2U);
  const TabledRow& total = table.rows.back();
  EXPECT_EQ(total.amounts[0].amount, run(make_session(*base_data(), base_scenario()), 1).total.projected);
  EXPECT_EQ(total.amounts[1].amount, run(make_session(*base_data(), variant), 1).total.projected);
  Money programmes, lines;
  for (const TabledRow& row : table.rows) {
    if (row.of == TabledRow::Of::programme) programmes += row.amounts[1].amount;
    if (row.of == TabledRow::Of::line) lines += row.amounts[1].amount;
  }
  EXPECT_EQ(programmes, total.amounts[1].amount);
  EXPECT_EQ(lines, total.amounts[1].amount);
}

TEST(TabulateScenarios, another_horizon_is_refused) {
  Scenario longer = base_scenario();
  longer.horizon.count = 24;
  EXPECT_THROW(tabulate_scenarios(base_data(), base_scenario(), {longer}, 1), InputRejected);
}

}  // namespace
}  // namespace disburse
