#include "engine/studies/medium_term_plan.hpp"

#include "engine/studies/main_job.hpp"

namespace disburse {

MediumTermPlan medium_term_plan(const LoadedData& data, Scenario scenario, const PlanRequest& request) {
  constexpr int december = 12;
  MediumTermPlan plan;
  plan.first_year = request.first_year != 0 ? request.first_year : data.budget.fiscal_year + 1;
  if (!request.keep_horizon) {
    scenario.horizon.count = Month(plan.first_year + request.years - 1, december) - scenario.horizon.first + 1;
  }
  const Session session = make_session(data, scenario);
  plan.run = run(session, request.threads);
  plan.accounts = fund_accounts(plan.run, session.law.programmes);
  return plan;
}

}  // namespace disburse
