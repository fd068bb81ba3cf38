#pragma once
// The cash calendar (用款计划) of a run.
#include "engine/comparison/cash.hpp"
#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// What the payments of `run`, made of `session`, need of each payer on each day.
CashPlan cash_calendar(const Session& session, const RunResult& run, const PayCalendar& calendar);

}  // namespace disburse
