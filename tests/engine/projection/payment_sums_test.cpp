// Payments of cohorts and how they are booked: by the month paid, the share taken up, within the horizon alone.
#include "engine/projection/payment_sums.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon two_months{Month(2024, 1), 2};
const Irregularities nothing_wrong{};

/// Three quarters live to February, half to March.
const std::vector<std::int64_t> survival{certain, certain / 4 * 3, certain / 2};

MadePart uncounted(MadePart part) {
  part.component.counts_persons = false;
  return part;
}

/// A benefit of the city, arrears of it a month later, the fund's share without a line; half take it up.
ProgrammeSet programmes(std::vector<FixedPayment> fixed = {}) {
  ProgrammeSet set;
  set.push_back(
      std::make_unique<MadeProgramme>("pension", Scheme::resident, two_months,
                                      std::vector<MadePart>{made_part("benefit", payer("city"), {1, 1}),
                                                            uncounted(made_part("arrears", payer("city"), {2, 2}, 1)),
                                                            made_part("share", payer("fund"), {4, 0})},
                                      Rate(1, 2), std::move(fixed)));
  return set;
}

std::vector<LedgerCell> booked(const ProgrammeSet& set, const IrregularPlan& rates,
                               const std::vector<Member>& members) {
  PaymentSumsOf<Exact> sums(set, two_months, rates);
  const Population population(made_roster(members), two_months);
  auto streams = sums.streams();
  for (const Cohort& cohort : population.cohorts()) sums.add(population.members(), cohort, survival, streams);
  LedgerBuilder builder;
  sums.book(builder);
  return builder.close();
}

const LedgerCell* cell(const std::vector<LedgerCell>& cells, const Payer& who, Month due, Month paid,
                       Kind kind = Kind::regular) {
  for (const LedgerCell& one : cells) {
    if (one.key.payer == who && one.key.due == due && one.key.paid == paid && one.key.kind == kind) return &one;
  }
  return nullptr;
}

TEST(PaymentSums, book_each_month_by_its_survivors_and_the_share_taken_up) {
  const auto cells =
      booked(programmes(), nothing_wrong,
             {made_pensioner(Scheme::resident, Money::fen(1000)), made_pensioner(Scheme::resident, Money::fen(600))});
  const Month january(2024, 1), february(2024, 2);
  // 1,600 fen x 1/2; in February three quarters of it.
  ASSERT_NE(cell(cells, payer("city"), january, january), nullptr);
  EXPECT_EQ(cell(cells, payer("city"), january, january)->amount, Money::fen(800));
  EXPECT_DOUBLE_EQ(cell(cells, payer("city"), january, january)->persons, 1.0) << "half of two persons";
  EXPECT_EQ(cell(cells, payer("city"), february, february)->amount, Money::fen(600));
  EXPECT_DOUBLE_EQ(cell(cells, payer("city"), february, february)->persons, 0.75);
  // Arrears of January are paid in February; February's are paid after the horizon and are not booked.
  ASSERT_NE(cell(cells, payer("city"), january, february), nullptr);
  EXPECT_EQ(cell(cells, payer("city"), january, february)->amount, Money::fen(1600));
  EXPECT_EQ(cell(cells, payer("city"), january, february)->persons, 0.0) << "a part that counts no persons";
  EXPECT_EQ(cell(cells, payer("city"), february, Month(2024, 3)), nullptr);
  // The fund's share is on no line of the city; nothing falls due in February.
  ASSERT_NE(cell(cells, payer("fund"), january, january), nullptr);
  EXPECT_EQ(cell(cells, payer("fund"), january, january)->key.line, "");
  EXPECT_EQ(cell(cells, payer("fund"), january, january)->amount, Money::fen(3200));
  EXPECT_EQ(cell(cells, payer("city"), january, january)->key.line, "line of pension");
  EXPECT_EQ(cells.size(), 4U);
}

TEST(PaymentSums, pass_over_cohorts_that_no_programme_concerns) {
  Member payer_of_contributions = made_pensioner(Scheme::resident, Money::fen(1000));
  payer_of_contributions.role = Role::payer;
  EXPECT_TRUE(booked(programmes(), nothing_wrong,
                     {payer_of_contributions, made_pensioner(Scheme::civil_service, Money::fen(1000))})
                  .empty());
}

TEST(PaymentSums, book_fixed_payments_in_full_and_within_the_horizon) {
  const FixedPayment office{"2080109", payer("city"), Kind::regular, Month(2024, 2), Month(2024, 2), Money::fen(5000)};
  FixedPayment late = office;
  late.paid = Month(2024, 3);
  const auto cells = booked(programmes({office, late}), nothing_wrong, {});
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(cells[0].amount, Money::fen(5000)) << "no share of it is taken up: it depends on no member";
  EXPECT_EQ(cells[0].key.line, "2080109");
  EXPECT_EQ(cells[0].persons, 0.0);
}

TEST(PaymentSums, suspend_a_share_of_monthly_benefits_alone_and_restore_it) {
  MadePart benefit = made_part("benefit", payer("city"), {1, 1});
  benefit.component.monthly = true;
  ProgrammeSet set;
  set.push_back(
      std::make_unique<MadeProgramme>("pension", Scheme::resident, two_months,
                                      std::vector<MadePart>{benefit, made_part("once", payer("region"), {1, 1})}));
  Irregularities rates;
  rates.suspended_share = Rate(1, 10);
  rates.suspended_months = 1;
  rates.restored_share = Rate(1, 2);
  const auto cells = booked(set, rates, {made_pensioner(Scheme::resident, Money::fen(1000))});
  const Month january(2024, 1), february(2024, 2);
  ASSERT_NE(cell(cells, payer("city"), january, january, Kind::suspended), nullptr);
  EXPECT_EQ(cell(cells, payer("city"), january, january, Kind::suspended)->amount, Money::fen(-100));
  EXPECT_NEAR(cell(cells, payer("city"), january, january, Kind::suspended)->persons, -0.1, 1e-12);
  ASSERT_NE(cell(cells, payer("city"), january, february, Kind::restored), nullptr);
  EXPECT_EQ(cell(cells, payer("city"), january, february, Kind::restored)->amount, Money::fen(50));
  EXPECT_EQ(cell(cells, payer("city"), february, february, Kind::suspended)->amount, Money::fen(-75));
  for (const LedgerCell& one : cells) {
    if (one.key.payer == payer("region")) {
      EXPECT_EQ(one.key.kind, Kind::regular);
    }
  }
}

/// In January one tenth, in February nobody: 1,000 fen and three quarters of them.
TEST(PaymentSums, suspend_in_the_months_of_the_rates_alone) {
  MadePart benefit = made_part("benefit", payer("city"), {1, 1});
  benefit.component.monthly = true;
  ProgrammeSet set;
  set.push_back(
      std::make_unique<MadeProgramme>("pension", Scheme::resident, two_months, std::vector<MadePart>{benefit}));
  Irregularities rates;
  rates.suspended_share = Rate(1, 10);
  rates.suspended_months = 1;
  rates.restored_share = Rate(1, 1);
  IrregularPlan january_alone(rates);
  january_alone.from(1, {});
  const Month january(2024, 1), february(2024, 2);
  const auto cells = booked(set, january_alone, {made_pensioner(Scheme::resident, Money::fen(1000))});
  ASSERT_NE(cell(cells, payer("city"), january, january, Kind::suspended), nullptr);
  EXPECT_EQ(cell(cells, payer("city"), january, january, Kind::suspended)->amount, Money::fen(-100));
  EXPECT_EQ(cell(cells, payer("city"), january, february, Kind::restored)->amount, Money::fen(100));
  EXPECT_EQ(cell(cells, payer("city"), february, february, Kind::suspended), nullptr);
  IrregularPlan february_alone;
  february_alone.from(1, rates);
  const auto later = booked(set, february_alone, {made_pensioner(Scheme::resident, Money::fen(1000))});
  EXPECT_EQ(cell(later, payer("city"), january, january, Kind::suspended), nullptr);
  EXPECT_EQ(cell(later, payer("city"), february, february, Kind::suspended)->amount, Money::fen(-75));
}

TEST(PaymentSums, of_groups_add_up) {
  const ProgrammeSet set = programmes();
  const Population population(made_roster({made_pensioner(Scheme::resident, Money::fen(1000)),
                                           made_pensioner(Scheme::resident, Money::fen(600), Month(1951, 1))}),
                              two_months);
  ASSERT_EQ(population.cohorts().size(), 2U);
  PaymentSumsOf<Exact> whole(set, two_months, nothing_wrong), part(set, two_months, nothing_wrong),
      rest(set, two_months, nothing_wrong);
  auto streams = whole.streams();
  for (const Cohort& cohort : population.cohorts()) whole.add(population.members(), cohort, survival, streams);
  part.add(population.members(), population.cohorts()[0], survival, streams);
  rest.add(population.members(), population.cohorts()[1], survival, streams);
  part.add(rest);
  EXPECT_TRUE(part.regular(0).fen(0, 0) == Int128{certain} * 1600);
  EXPECT_TRUE(part.regular(0).fen(0, 1) == whole.regular(0).fen(0, 1));
}

TEST(CohortGroups, hold_every_cohort_once_and_no_more_than_they_must) {
  std::vector<Member> members;
  for (int i = 0; i < 640; ++i)
    members.push_back(made_pensioner(Scheme::resident, Money::fen(1), Month(1940, 1) + i % 320));
  const Population population(made_roster(members), two_months);
  ASSERT_EQ(population.cohorts().size(), 320U) << "two members each";
  const std::vector<std::size_t> limits = cohort_groups(population);
  EXPECT_EQ(limits.front(), 0U);
  EXPECT_EQ(limits.back(), 320U);
  // 640 / 64 + 1 = 11 members fill a group: six cohorts of two.
  for (std::size_t i = 1; i + 1 < limits.size(); ++i) EXPECT_EQ(limits[i] - limits[i - 1], 6U) << i;
  EXPECT_EQ(cohort_groups(Population(made_roster({}), two_months)), std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace disburse
