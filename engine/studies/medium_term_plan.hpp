#pragma once
// The medium-term plan (中期规划): several years by project, and the funds' side.
#include <vector>

#include "engine/comparison/fund_account.hpp"
#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct PlanRequest {
  int first_year = 0;  ///< 0: the one after the budget's
  int years = 3;
  bool keep_horizon = false;  ///< the scenario's own months are projected, whatever the years
  int threads = 0;
};

struct MediumTermPlan {
  int first_year = 0;
  RunResult run;  ///< from the scenario's first month on
  std::vector<FundAccount> accounts;
};

/// Projects the scenario to the end of the plan's last year. Errors: as make_session and run.
MediumTermPlan medium_term_plan(const LoadedData& data, Scenario scenario, const PlanRequest& request);

}  // namespace disburse
