#pragma once
// The fund side of a scheme (基金收支): what comes in, from whom, and what is paid, by year, as far as the ledger knows
// it.
#include <string>
#include <utility>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

struct FundYear {
  int year = 0;
  Money contributions;                             ///< 缴费收入 that pensions are paid from
  std::vector<std::pair<Payer, Money>> subsidies;  ///< 财政补贴收入, by payer; the fund itself stands in `own`
  Money own;                                       ///< paid from what the fund holds (individual accounts)
  std::vector<std::pair<Kind, Money>> expenses;    ///< by kind, contributions left out
  Money income() const;
  Money expense() const;
};

struct FundAccount {
  Scheme scheme = Scheme::civil_service;
  std::string programme;  ///< id
  std::vector<FundYear> years;
};

/// Accounts of the programmes that a fund pays at least a part of. Income and expense of a year are equal: a subsidy is
/// what contributions leave open.
std::vector<FundAccount> fund_accounts(const RunResult& run, const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
