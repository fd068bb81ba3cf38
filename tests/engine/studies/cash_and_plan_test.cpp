// The cash calendar and the medium-term plan, asked from code.
#include <gtest/gtest.h>

#include "engine/studies/cash_calendar.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/medium_term_plan.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(CashCalendar, needs_what_the_ledger_pays) {
  const Session session = make_session(*base_data(), base_scenario());
  const RunResult result = run(session, 1);
  const CashPlan plan = cash_calendar(session, result, PayCalendar{});
  Money needed;
  for (const CashNeed& need : plan.needs) needed += need.amount;
  Money paid;
  for (const LedgerCell& cell : result.ledger) paid += cell.amount;
  EXPECT_EQ(needed, paid);
  EXPECT_EQ(plan.scenario, base_scenario().name);
}

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

TEST(MediumTermPlan, keeps_the_scenarios_own_months_when_asked) {
  PlanRequest request;
  request.keep_horizon = true;
  EXPECT_EQ(medium_term_plan(*base_data(), base_scenario(), request).run.years.size(), 1U);
}

}  // namespace
}  // namespace disburse
