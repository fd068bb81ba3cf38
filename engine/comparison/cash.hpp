#pragma once
// The cash calendar (用款计划): which payer must send how much on which day.
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/comparison/pay_calendar.hpp"
#include "engine/projection/ledger.hpp"

namespace disburse {

/// What one payer must send for a programme on a day.
struct CashNeed {
  Date day;
  Month month;  ///< for which it is booked
  std::string programme, name;
  Payer payer;
  Money amount;
};

struct CashPlan {
  std::string scenario, rule;
  std::vector<CashNeed> needs;     ///< by day, programme and payer; nothing where nothing is needed
  std::vector<int> years_unknown;  ///< whose holidays were not announced
  std::optional<Money> balance;    ///< at hand on the first day
  std::optional<Date> covered_to;  ///< last pay day whose own payments the balance covers; empty: not even the first
  /// The day on which all payers together send most, and how much.
  std::pair<Date, Money> peak() const;
  Money own() const;                  ///< what the agency's own budget must have
  std::optional<Date> last() const;   ///< the last day on which it needs something
  std::vector<Payer> payers() const;  ///< those who must send something, in the order of the law's list
};

/// What a ledger's payments from `first` on need; `factor` scales the amounts of a programme and month.
CashPlan cash_plan(const std::vector<LedgerCell>& ledger, const std::vector<ProgrammeDefinition>& programmes,
                   const PayCalendar& calendar, Month first,
                   const std::function<double(std::size_t programme, Month month)>& factor);

/// Fills `balance` and `covered_to`: the pay days that an amount at hand lasts for, in order. An agency's balance pays
/// what falls on its own budget; other governments and the fund send theirs.
void cover(CashPlan& plan, Money balance);

}  // namespace disburse
