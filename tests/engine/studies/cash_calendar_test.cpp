// The cash calendar of a run, asked from code.
#include "engine/studies/cash_calendar.hpp"

#include <gtest/gtest.h>

#include <map>

#include "engine/studies/main_job.hpp"
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

TEST(CashCalendar, needs_of_each_payer_what_the_ledger_pays_by_it) {
  const Session session = make_session(*base_data(), base_scenario());
  const RunResult result = run(session, 1);
  std::map<std::pair<std::string, Month>, Money> needed, paid;
  for (const CashNeed& need : cash_calendar(session, result, PayCalendar{}).needs)
    needed[{need.payer.id(), need.month}] += need.amount;
  for (const LedgerCell& cell : result.ledger) paid[{cell.key.payer.id(), cell.key.paid}] += cell.amount;
  std::erase_if(paid, [](const auto& one) { return one.second == Money{}; });
  EXPECT_EQ(needed, paid);
}

}  // namespace
}  // namespace disburse
