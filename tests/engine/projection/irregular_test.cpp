// Late reports, suspensions and late claims: one cohort by hand, and what must balance whatever the numbers.
#include "engine/projection/irregular.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/city.hpp"

namespace disburse {
namespace {

ProgrammeDefinition monthly_programme() {
  ProgrammeDefinition programme;
  Component component;
  component.id = "pension";
  component.monthly = true;
  programme.components.push_back(component);
  return programme;
}

using Booked = std::map<std::pair<Kind, Month>, Money>;

Booked booked(const LedgerBuilder& ledger) {
  Booked result;
  for (const LedgerCell& cell : ledger.close()) result[{cell.key.kind, cell.key.paid}] += cell.amount;
  return result;
}

const Month january(2024, 1);

/// 100 yuan a month; a quarter dies in January, half of what is left in March.
Booked by_hand(const Irregularities& rates, int retired) {
  StreamSums sums(1, 6);
  for (std::size_t t = 0; t < 6; ++t) {
    if (static_cast<int>(t) > retired) sums.add(0, t, t + 1, 100.00_yuan);
  }
  const std::vector<std::int64_t> alive{certain,         certain / 4 * 3, certain / 4 * 3, certain / 8 * 3,
                                        certain / 8 * 3, certain / 8 * 3, certain / 8 * 3};
  IrregularSums irregular(1, 6);
  irregular.add(monthly_programme(), sums, alive, retired, rates);
  LedgerBuilder ledger;
  irregular.book(ledger, {}, 0, january, rates);
  return booked(ledger);
}

TEST(Irregular, a_death_reported_late_is_paid_on_and_recovered_when_it_is_known) {
  Irregularities rates;
  rates.late_death_share = Rate(1, 2);
  rates.late_death_months = 2;
  rates.recovered_share = Rate(4, 5);
  const Booked ledger = by_hand(rates, -1);
  // Half of a quarter, paid in February and March: 12.50 a month; 80 % of 25.00 back in April.
  EXPECT_EQ(ledger.at({Kind::overpayment, Month(2024, 2)}), 12.50_yuan);
  EXPECT_EQ(ledger.at({Kind::overpayment, Month(2024, 3)}), 12.50_yuan);
  EXPECT_EQ(ledger.at({Kind::recovery, Month(2024, 4)}), Money::fen(-2000));
  // Half of three eighths died in March: April and May, back in June.
  EXPECT_EQ(ledger.at({Kind::overpayment, Month(2024, 4)}), 18.75_yuan);
  EXPECT_EQ(ledger.at({Kind::recovery, Month(2024, 6)}), Money::fen(-3000));
  EXPECT_EQ(ledger.size(), 6U);
}

/// The rates of the month of death hold for what follows from it: of the deaths of January to February alone nothing is
/// reported late before the window, and what the window caused is paid and recovered after it.
TEST(Irregular, of_the_deaths_of_some_months_alone) {
  Irregularities rates;
  rates.late_death_share = Rate(1, 2);
  rates.late_death_months = 2;
  rates.recovered_share = Rate(4, 5);
  StreamSums sums(1, 6);
  for (std::size_t t = 0; t < 6; ++t) sums.add(0, t, t + 1, 100.00_yuan);
  const std::vector<std::int64_t> alive{certain,         certain / 4 * 3, certain / 4 * 3, certain / 8 * 3,
                                        certain / 8 * 3, certain / 8 * 3, certain / 8 * 3};
  IrregularSums irregular(1, 6);
  irregular.add(monthly_programme(), sums, alive, -1, rates, {1, 4});  // February to April
  LedgerBuilder ledger;
  irregular.book(ledger, {}, 0, january, rates);
  const Booked cells = booked(ledger);
  // Half of the three eighths who died in March, as above; none of those who died in January.
  EXPECT_EQ(cells.at({Kind::overpayment, Month(2024, 4)}), 18.75_yuan);
  EXPECT_EQ(cells.at({Kind::overpayment, Month(2024, 5)}), 18.75_yuan);
  EXPECT_EQ(cells.at({Kind::recovery, Month(2024, 6)}), Money::fen(-3000));
  EXPECT_EQ(cells.size(), 3U);
}

TEST(Irregular, a_plan_tells_the_months_of_each_rate) {
  Irregularities some;
  some.suspended_share = Rate(1, 10);
  IrregularPlan plan{Irregularities{}};
  EXPECT_FALSE(plan.any());
  plan.from(3, some);
  plan.from(5, Irregularities{});
  EXPECT_TRUE(plan.any());
  ASSERT_EQ(plan.spans().size(), 3U);
  EXPECT_TRUE(plan.spans()[0].months.contains(2) && !plan.spans()[0].months.contains(3));
  EXPECT_TRUE(plan.spans()[1].months.contains(3) && plan.spans()[1].months.contains(4));
  EXPECT_FALSE(plan.spans()[1].months.contains(5));
  EXPECT_EQ(plan.spans()[1].rates.suspended_share, Rate(1, 10));
}

TEST(Irregular, a_late_claim_moves_the_first_months_to_the_month_of_the_claim) {
  Irregularities rates;
  rates.late_claim_share = Rate(1, 5);
  rates.late_claim_months = 2;
  const Booked ledger = by_hand(rates, 0);  // retires in January: February and March are paid in April
  EXPECT_EQ(ledger.at({Kind::late_claim, Month(2024, 2)}), Money::fen(-1500));
  EXPECT_EQ(ledger.at({Kind::late_claim, Month(2024, 3)}), Money::fen(-1500));
  EXPECT_EQ(ledger.at({Kind::late_claim, Month(2024, 4)}), 30.00_yuan);
  EXPECT_TRUE(by_hand(rates, -1).empty()) << "who retired before the horizon has claimed";
}

TEST(Irregular, a_suspension_is_restored_within_the_horizon) {
  Irregularities rates;
  rates.suspended_share = Rate(1, 100);
  rates.suspended_months = 3;
  rates.restored_share = Rate(9, 10);
  LedgerBuilder ledger;
  LedgerKey key;
  key.due = key.paid = january;
  book_suspension(ledger, key, Int128{1'000'000} * certain, Int128{100} * certain, Month(2024, 7), rates);
  key.due = key.paid = Month(2024, 6);
  book_suspension(ledger, key, Int128{1'000'000} * certain, Int128{100} * certain, Month(2024, 7), rates);
  const Booked cells = booked(ledger);
  EXPECT_EQ(cells.at({Kind::suspended, january}), Money::fen(-10'000));
  EXPECT_EQ(cells.at({Kind::restored, Month(2024, 4)}), 90.00_yuan);
  EXPECT_EQ(cells.size(), 3U) << "what is restored after the horizon is not counted";
}

/// A report in the month of death is no late one: the delay begins with a month, and none is said by a share of 0.
TEST(Irregular, a_delay_of_no_month_is_refused_and_a_share_of_none_pays_as_the_base) {
  EXPECT_THROW(session_with({"irregular.late_death_share=0.3", "irregular.late_death_months=0"}), InputRejected);
  const RunResult none = run(session_with({"irregular.late_death_share=0", "irregular.late_death_months=1"}), 2);
  EXPECT_EQ(none.total.projected, run(base_session(), 2).total.projected);
}

TEST(Irregular, the_base_has_none) {
  for (const LedgerCell& cell : run(base_session(), 2).ledger) {
    EXPECT_TRUE(cell.key.kind <= Kind::contribution && cell.key.kind != Kind::recovery);
  }
}

}  // namespace
}  // namespace disburse
