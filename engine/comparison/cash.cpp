#include "engine/comparison/cash.hpp"

#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace disburse {

CashPlan cash_plan(const std::vector<LedgerCell>& ledger, const std::vector<ProgrammeDefinition>& programmes,
                   const PayCalendar& calendar, Month first, const std::function<double(std::size_t, Month)>& factor) {
  std::map<std::tuple<Date, std::size_t, Payer, Month>, Money> needs;
  CashPlan plan;
  plan.rule = calendar.rule;
  std::set<int> unknown;
  for (const LedgerCell& cell : ledger) {
    if (cell.key.paid < first) continue;
    const Date day = pay_date(calendar, programmes[cell.key.programme].id, cell.key.paid);
    if (!calendar.years.contains(cell.key.paid.year())) unknown.insert(cell.key.paid.year());
    needs[{day, cell.key.programme, cell.key.payer, cell.key.paid}] += cell.amount;
  }
  for (const auto& [key, amount] : needs) {
    const auto& [day, programme, payer, month] = key;
    const double scale = factor(programme, month);
    const Money needed = scale == 1.0 ? amount : Money::fen(std::llround(static_cast<double>(amount.fen()) * scale));
    if (needed == Money{}) continue;
    plan.needs.push_back({day, month, programmes[programme].id, programmes[programme].name, payer, needed});
  }
  plan.years_unknown.assign(unknown.begin(), unknown.end());
  return plan;
}

std::vector<Payer> CashPlan::payers() const {
  std::set<Payer> payers;
  for (const CashNeed& need : needs) payers.insert(need.payer);
  return {payers.begin(), payers.end()};
}

Money CashPlan::own() const {
  Money sum;
  for (const CashNeed& need : needs) sum += need.payer.is_own() ? need.amount : Money{};
  return sum;
}

std::optional<Date> CashPlan::last() const {
  std::optional<Date> day;
  for (const CashNeed& need : needs) {
    if (need.payer.is_own()) day = need.day;
  }
  return day;
}

std::pair<Date, Money> CashPlan::peak() const {
  std::map<Date, Money> days;
  for (const CashNeed& need : needs) days[need.day] += need.amount;
  std::pair<Date, Money> most;
  for (const auto& [day, amount] : days) {
    if (amount > most.second) most = {day, amount};
  }
  return most;
}

void cover(CashPlan& plan, Money balance) {
  plan.balance = balance;
  plan.covered_to.reset();
  std::map<Date, Money> days;
  for (const CashNeed& need : plan.needs) {
    if (need.payer.is_own()) days[need.day] += need.amount;
  }
  for (const auto& [day, amount] : days) {
    balance -= amount;
    if (balance < Money{}) return;
    plan.covered_to = day;
  }
}

}  // namespace disburse
