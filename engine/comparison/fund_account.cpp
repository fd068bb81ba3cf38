#include "engine/comparison/fund_account.hpp"

#include <algorithm>
#include <map>

namespace disburse {

Money FundYear::income() const {
  Money sum = contributions + own;
  for (const auto& [payer, amount] : subsidies) sum += amount;
  return sum;
}

Money FundYear::expense() const {
  Money sum;
  for (const auto& [kind, amount] : expenses) sum += amount;
  return sum;
}

std::vector<FundAccount> fund_accounts(const RunResult& run, const std::vector<ProgrammeDefinition>& programmes) {
  std::vector<FundAccount> accounts;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    const bool funded = std::any_of(run.ledger.begin(), run.ledger.end(), [&](const LedgerCell& cell) {
      return cell.key.programme == p && cell.key.payer.is_fund();
    });
    if (!funded || !programmes[p].scheme) continue;
    FundAccount account{*programmes[p].scheme, programmes[p].id, {}};
    for (const YearFigure& figure : run.years) {
      FundYear year;
      year.year = figure.year;
      std::map<Payer, Money> subsidies;
      std::map<Kind, Money> expenses;
      for (const LedgerCell& cell : run.ledger) {
        if (cell.key.programme != p || cell.key.paid.year() != figure.year) continue;
        const bool contribution = !traits_of(cell.key.kind).part_of_pay;
        if (!cell.key.payer.is_fund())
          subsidies[cell.key.payer] += cell.amount;  // contributions stand against what the city pays
        else
          (contribution ? year.contributions : year.own) += cell.amount;
        if (!contribution) expenses[cell.key.kind] += cell.amount;
      }
      year.subsidies.assign(subsidies.begin(), subsidies.end());
      year.expenses.assign(expenses.begin(), expenses.end());
      account.years.push_back(std::move(year));
    }
    accounts.push_back(std::move(account));
  }
  return accounts;
}

}  // namespace disburse
