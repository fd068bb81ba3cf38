// A cash calendar's JSON read back.
#include "outputs/planning/cash.hpp"
#include "outputs/text/doubts.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {

std::vector<CashNeed> cash_needs_in(const Json& part, const PayerList& payers) {
  std::vector<CashNeed> needs;
  for (const Json& entry : part) {
    needs.push_back({day_in(entry.at("day")), month_in(entry.at("month")), entry.at("programme").get<std::string>(),
                     value_or<std::string>(entry, "name", ""), payer_in(entry.at("payer"), payers),
                     money_in(entry.at("amount_fen"))});
  }
  return needs;
}

Manifested<CashPlan> cash_from_json(const Json& document) {
  CashPlan plan;
  plan.scenario = document.at("scenario").get<std::string>();
  plan.rule = document.at("rule").get<std::string>();
  plan.needs = cash_needs_in(document.at("needs"), payers_in(document));
  plan.years_unknown = document.at("years_without_holidays").get<std::vector<int>>();
  plan.balance = money_or_none(document.at("balance_fen"));
  if (!document.at("covered_to").is_null()) plan.covered_to = day_in(document.at("covered_to"));
  return {std::move(plan), manifest_with_doubts(document), value_or<std::string>(document, "command", "")};
}

}  // namespace disburse
