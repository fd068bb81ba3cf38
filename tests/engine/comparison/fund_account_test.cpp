// The fund's account: contributions, subsidies by payer, what the fund holds, and expense by kind.
#include "engine/comparison/fund_account.hpp"

#include <gtest/gtest.h>

#include "support/payers.hpp"

namespace disburse {
namespace {

LedgerCell cell(std::size_t programme, const Payer& who, Kind kind, Money amount, Month paid = {2024, 3}) {
  LedgerCell result;
  result.key = {programme, who.is_own() ? "2080507" : "", who, kind, paid, paid};
  result.amount = amount;
  return result;
}

std::vector<ProgrammeDefinition> programmes() {
  ProgrammeDefinition pension, award;
  pension.id = "pension";
  pension.scheme = Scheme::civil_service;
  award.id = "award";
  award.scheme = Scheme::enterprise;
  return {pension, award};
}

RunResult run(std::vector<LedgerCell> ledger) {
  RunResult result;
  result.ledger = std::move(ledger);
  result.years.resize(2);
  result.years[0].year = 2024;
  result.years[1].year = 2025;
  return result;
}

/// Pensions 100 and arrears 5; contributions 60 come in, booked +60 on the fund and -60 on the city.
TEST(FundAccount, closes_what_contributions_leave_open) {
  const auto accounts = fund_accounts(
      run({cell(0, payer("city"), Kind::regular, 100.00_yuan), cell(0, payer("city"), Kind::arrears, 5.00_yuan),
           cell(0, payer("city"), Kind::contribution, -60.00_yuan),
           cell(0, payer("fund"), Kind::contribution, 60.00_yuan), cell(0, payer("fund"), Kind::lump_sum, 7.00_yuan),
           cell(0, payer("city"), Kind::regular, 40.00_yuan, {2025, 1}),
           cell(1, payer("city"), Kind::regular, 1000.00_yuan)}),
      programmes());
  ASSERT_EQ(accounts.size(), 1u) << "the award is not paid by a fund";
  EXPECT_EQ(accounts[0].programme, "pension");
  EXPECT_EQ(accounts[0].scheme, Scheme::civil_service);
  ASSERT_EQ(accounts[0].years.size(), 2u);
  const FundYear& year = accounts[0].years[0];
  EXPECT_EQ(year.contributions, 60.00_yuan);
  EXPECT_EQ(year.own, 7.00_yuan);
  ASSERT_EQ(year.subsidies.size(), 1u);
  EXPECT_EQ(year.subsidies[0].second, 45.00_yuan);  // 100 + 5 - 60
  EXPECT_EQ(year.income(), 112.00_yuan);
  EXPECT_EQ(year.expense(), 112.00_yuan);
  ASSERT_EQ(year.expenses.size(), 3u);
  EXPECT_EQ(year.expenses[0].first, Kind::regular);
  EXPECT_EQ(year.expenses[0].second, 100.00_yuan);
  EXPECT_EQ(accounts[0].years[1].expense(), 40.00_yuan);
}

TEST(FundAccount, needs_a_scheme) {
  auto without = programmes();
  without[0].scheme.reset();
  EXPECT_TRUE(fund_accounts(run({cell(0, payer("fund"), Kind::regular, 1.00_yuan)}), without).empty());
}

}  // namespace
}  // namespace disburse
