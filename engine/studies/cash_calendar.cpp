#include "engine/studies/cash_calendar.hpp"

namespace disburse {

CashPlan cash_calendar(const Session& session, const RunResult& run, const PayCalendar& calendar) {
  CashPlan plan = cash_plan(run.ledger, session.law.programmes, calendar, session.scenario.horizon.first,
                            [](std::size_t, Month) { return 1.0; });
  plan.scenario = session.scenario.name;
  return plan;
}

}  // namespace disburse
