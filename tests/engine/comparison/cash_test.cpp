// The cash plan: needs by day, programme and payer; the peak; how far a balance lasts.
#include "engine/comparison/cash.hpp"

#include <gtest/gtest.h>

#include "support/payers.hpp"
#include "support/programmes.hpp"

namespace disburse {
namespace {

LedgerCell cell(std::size_t programme, Month paid, Money amount, const Payer& who = payer("city"),
                Kind kind = Kind::regular) {
  LedgerCell result;
  result.key = {programme, "", who, kind, paid, paid};
  result.amount = amount;
  return result;
}

std::vector<ProgrammeDefinition> programmes() { return named_programmes({{"pension", "养老金"}, {"award", "奖"}}); }

PayCalendar calendar() {
  PayCalendar days;
  days.pay_days = {{"pension", 5, "", ""}, {"award", 20, "", ""}};
  days.years = {2024};
  days.rule = "提前";
  return days;
}

double all(std::size_t, Month) { return 1.0; }

const std::vector<LedgerCell> ledger{
    cell(0, {2024, 1}, 50.00_yuan),
    cell(0, {2024, 2}, 100.00_yuan),
    cell(0, {2024, 2}, 7.00_yuan, payer("city"), Kind::arrears),
    cell(0, {2024, 2}, 30.00_yuan, payer("fund")),
    cell(1, {2024, 2}, 200.00_yuan),
    cell(1, {2025, 2}, 0.00_yuan),
};

/// 5 February 2024 is a Monday, 20 February a Tuesday.
TEST(CashPlan, sums_by_day_programme_and_payer_from_a_month_on) {
  const CashPlan plan = cash_plan(ledger, programmes(), calendar(), Month(2024, 2), all);
  ASSERT_EQ(plan.needs.size(), 3u) << "January lies before, 2025 needs nothing";
  EXPECT_EQ(to_string(plan.needs[0].day), "2024-02-05");
  EXPECT_EQ(plan.needs[0].payer, payer("city"));
  EXPECT_EQ(plan.needs[0].amount, 107.00_yuan);
  EXPECT_EQ(plan.needs[1].payer, payer("fund"));
  EXPECT_EQ(plan.needs[1].amount, 30.00_yuan);
  EXPECT_EQ(to_string(plan.needs[2].day), "2024-02-20");
  EXPECT_EQ(plan.needs[2].name, "奖");
  EXPECT_EQ(plan.rule, "提前");
  EXPECT_EQ(plan.years_unknown, (std::vector<int>{2025}));
}

TEST(CashPlan, scales_by_programme_and_month) {
  const auto half_the_award = [](std::size_t programme, Month) { return programme == 1 ? 0.5 : 1.0; };
  const CashPlan plan = cash_plan(ledger, programmes(), calendar(), Month(2024, 2), half_the_award);
  EXPECT_EQ(plan.needs.back().amount, 100.00_yuan);
  EXPECT_EQ(plan.needs.front().amount, 107.00_yuan);
}

TEST(CashPlan, finds_the_day_of_the_greatest_need_of_all_payers) {
  CashPlan plan = cash_plan(ledger, programmes(), calendar(), Month(2024, 1), all);
  EXPECT_EQ(to_string(plan.peak().first), "2024-02-20");
  EXPECT_EQ(plan.peak().second, 200.00_yuan);
}

TEST(CashPlan, a_balance_lasts_to_the_last_day_that_it_covers) {
  CashPlan plan = cash_plan(ledger, programmes(), calendar(), Month(2024, 2), all);
  cover(plan, 107.00_yuan);  // exactly the city's of the fifth; the fund sends its 30 itself
  ASSERT_TRUE(plan.covered_to);
  EXPECT_EQ(to_string(*plan.covered_to), "2024-02-05");
  cover(plan, 106.99_yuan);
  EXPECT_FALSE(plan.covered_to) << "not even the first day";
  EXPECT_EQ(plan.balance, 106.99_yuan);
  cover(plan, 307.00_yuan);
  EXPECT_EQ(plan.own(), 307.00_yuan);
  EXPECT_EQ(plan.last(), plan.covered_to);
  EXPECT_EQ(to_string(*plan.covered_to), "2024-02-20");
}

}  // namespace
}  // namespace disburse
