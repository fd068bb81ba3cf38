// The medium-term plan, asked from code.
#include "engine/studies/medium_term_plan.hpp"

#include <gtest/gtest.h>

#include "engine/studies/main_job.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(MediumTermPlan, begins_after_the_budget_and_balances_its_funds) {
  PlanRequest request;
  request.years = 2;
  request.threads = 1;
  const MediumTermPlan plan = medium_term_plan(*base_data(), base_scenario(), request);
  EXPECT_EQ(plan.first_year, base_data()->budget.fiscal_year + 1);
  EXPECT_EQ(plan.run.years.back().year, plan.first_year + 1);
  EXPECT_FALSE(plan.accounts.empty());
  for (const FundAccount& account : plan.accounts) {
    for (const FundYear& year : account.years) EXPECT_EQ(year.income(), year.expense()) << account.programme;
  }
}

TEST(MediumTermPlan, begins_where_it_is_asked_to_and_runs_to_the_end_of_its_last_year) {
  PlanRequest request;
  request.first_year = base_scenario().horizon.first.year();
  request.years = 1;
  request.threads = 1;
  const MediumTermPlan plan = medium_term_plan(*base_data(), base_scenario(), request);
  EXPECT_EQ(plan.first_year, request.first_year);
  EXPECT_EQ(plan.run.manifest.horizon.end() - 1, Month(request.first_year, 12));
}

TEST(MediumTermPlan, keeps_the_scenarios_own_months_when_asked) {
  PlanRequest request;
  request.keep_horizon = true;
  EXPECT_EQ(medium_term_plan(*base_data(), base_scenario(), request).run.years.size(), 1U);
}

}  // namespace
}  // namespace disburse
