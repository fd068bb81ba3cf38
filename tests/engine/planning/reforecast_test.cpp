// The year in progress, worked by hand: what was paid is locked, what is to come follows from heads and averages.
#include "engine/planning/reforecast.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

/// 100 persons a month at 10 yuan, all year.
std::vector<ProjectedMonth> monthly() {
  std::vector<ProjectedMonth> months;
  for (int t = 0; t < 12; ++t) months.push_back({Month(2024, 1) + t, 1000.00_yuan, 100.0});
  return months;
}

/// An award of two payments: 50 persons at 600 yuan in April and October.
std::vector<ProjectedMonth> award() {
  std::vector<ProjectedMonth> months;
  for (int t = 0; t < 12; ++t) {
    const bool pays = t == 3 || t == 9;
    months.push_back({Month(2024, 1) + t, pays ? 30000.00_yuan : Money{}, pays ? 50.0 : 0.0});
  }
  return months;
}

std::vector<ActualMonth> first_months(int count, Money amount, double persons) {
  std::vector<ActualMonth> actual;
  for (int t = 0; t < count; ++t) actual.push_back({Month(2024, 1) + t, amount, persons});
  return actual;
}

TEST(Reforecast, as_planned_stays_as_planned) {
  const YearEstimate year =
      reforecast(monthly(), first_months(8, 1000.00_yuan, 100), Month(2024, 8), Remainder::by_state);
  EXPECT_EQ(year.estimate(), 12000.00_yuan);
  EXPECT_EQ(year.variance.sum(), Money{});
}

TEST(Reforecast, headcounts_are_believed_and_averages_by_credibility) {
  // 110 persons at 11 yuan for four months: 1,210 a month. Heads 1.1; average 1.1 with weight 4/5: 1.08.
  const YearEstimate year =
      reforecast(monthly(), first_months(4, 1210.00_yuan, 110), Month(2024, 4), Remainder::by_state);
  EXPECT_EQ(year.locked, 4840.00_yuan);
  EXPECT_DOUBLE_EQ(year.persons_ratio, 1.1);
  EXPECT_DOUBLE_EQ(year.credibility, 0.8);
  EXPECT_EQ(year.remaining, Money::fen(8 * 118'800)) << "8 x 1,000 x 1.1 x 1.08";
  // Volume 40 persons at 10; price 440 persons at 1; no mix, no timing.
  EXPECT_EQ(year.variance.volume, 400.00_yuan);
  EXPECT_EQ(year.variance.price, 440.00_yuan);
  EXPECT_EQ(year.variance.mix, Money{});
  EXPECT_EQ(year.variance.timing, Money{});
}

TEST(Reforecast, mix_is_persons_moved_to_months_of_another_average) {
  std::vector<ProjectedMonth> projected = monthly();
  projected[1].line = 2000.00_yuan;  // February pays 20 yuan a head
  const std::vector<ActualMonth> actual{{Month(2024, 1), 900.00_yuan, 90.0}, {Month(2024, 2), 2200.00_yuan, 110.0}};
  const YearEstimate year = reforecast(projected, actual, Month(2024, 2), Remainder::by_state);
  EXPECT_EQ(year.variance.volume, Money{}) << "200 persons as projected";
  EXPECT_EQ(year.variance.mix, 100.00_yuan) << "ten of them in February instead of January";
  EXPECT_EQ(year.variance.price, Money{});
}

TEST(Reforecast, an_award_has_no_run_rate) {
  // One of two payments made by August, to 48 of 50 persons.
  const std::vector<ActualMonth> actual{{Month(2024, 4), 28800.00_yuan, 48.0}};
  const YearEstimate year = reforecast(award(), actual, Month(2024, 8), Remainder::by_state);
  EXPECT_EQ(year.estimate(), 57600.00_yuan);
  EXPECT_EQ(run_rate(actual, Month(2024, 8)), 43200.00_yuan) << "a quarter too little";
}

TEST(Reforecast, a_late_payment_is_timing_and_still_to_be_paid) {
  const YearEstimate unpaid =
      reforecast(award(), {{Month(2024, 4), Money{}, 0.0}}, Month(2024, 5), Remainder::by_state);
  EXPECT_EQ(unpaid.variance.timing, -30000.00_yuan);
  EXPECT_EQ(unpaid.estimate(), 60000.00_yuan);
  EXPECT_EQ(unpaid.months[5], 30000.00_yuan) << "in the first open month";
  const YearEstimate late = reforecast(award(), {{Month(2024, 4), Money{}, 0.0}, {Month(2024, 6), 30000.00_yuan, 50.0}},
                                       Month(2024, 6), Remainder::by_state);
  EXPECT_EQ(late.variance.sum(), Money{});
  EXPECT_EQ(late.estimate(), 60000.00_yuan);
}

TEST(Reforecast, an_early_payment_is_not_paid_again) {
  const YearEstimate year =
      reforecast(award(), {{Month(2024, 4), 30000.00_yuan, 50.0}, {Month(2024, 8), 30000.00_yuan, 50.0}},
                 Month(2024, 8), Remainder::by_state);
  EXPECT_EQ(year.variance.timing, 30000.00_yuan);
  EXPECT_EQ(year.remaining, Money{});
  EXPECT_EQ(year.estimate(), 60000.00_yuan);
}

TEST(Reforecast, a_month_that_is_not_known_is_an_estimate_and_not_paid) {
  // January is not known, February paid 1,100 for 1,000 to unknown heads: a price ratio of 1.1, half believed, so every
  // open month is 1,050, January among them.
  std::vector<ActualMonth> actual{{Month(2024, 1), {}, {}, false}, {Month(2024, 2), 1100.00_yuan, {}}};
  const YearEstimate year = reforecast(monthly(), actual, Month(2024, 2), Remainder::by_state);
  EXPECT_EQ(year.locked, 1100.00_yuan);
  EXPECT_EQ(year.projected_locked, 1000.00_yuan);
  EXPECT_EQ(year.months[0], 1050.00_yuan);
  EXPECT_EQ(year.months[2], 1050.00_yuan) << "January is not postponed to March";
  EXPECT_EQ(year.estimate(), 1100.00_yuan + 1050.00_yuan * 11);
  EXPECT_EQ(year.variance.sum(), 100.00_yuan);
}

/// March pays 200 yuan back; what was projected for it does not come again, and says nothing of the months to come.
TEST(Reforecast, a_month_below_nothing_is_given_and_not_planned_anew) {
  std::vector<ActualMonth> actual = first_months(4, 1000.00_yuan, 100);
  actual[2] = {Month(2024, 3), Money{} - 200.00_yuan, std::nullopt};
  const YearEstimate year = reforecast(monthly(), actual, Month(2024, 4), Remainder::by_state);
  EXPECT_EQ(year.locked, 2800.00_yuan);
  EXPECT_EQ(year.remaining, 8000.00_yuan) << "eight months at 1,000";
  EXPECT_EQ(year.months[4], 1000.00_yuan);
  EXPECT_DOUBLE_EQ(year.persons_ratio, 1.0);
  EXPECT_EQ(year.variance.timing, Money{});
  EXPECT_EQ(year.variance.price, Money{} - 1200.00_yuan);
}

TEST(Reforecast, what_is_not_known_at_all_is_projected_and_nothing_of_it_locked) {
  const YearEstimate year = reforecast(monthly(), {}, Month(2023, 12), Remainder::by_state);
  EXPECT_EQ(year.locked, Money{});
  EXPECT_EQ(year.estimate(), 12000.00_yuan);
}

TEST(Reforecast, a_planned_amount_is_spent_in_the_end) {
  std::vector<ProjectedMonth> plan = monthly();
  for (ProjectedMonth& month : plan) month.persons = 0.0;
  std::vector<ActualMonth> actual;
  for (int t = 0; t < 6; ++t) actual.push_back({Month(2024, 1) + t, 500.00_yuan, {}});
  EXPECT_EQ(reforecast(plan, actual, Month(2024, 6), Remainder::of_the_plan).estimate(), 12000.00_yuan);
  for (ActualMonth& one : actual) one.amount = 3000.00_yuan;
  EXPECT_EQ(reforecast(plan, actual, Month(2024, 6), Remainder::of_the_plan).estimate(), 18000.00_yuan)
      << "more than planned was spent already: nothing is to come";
}

RC_GTEST_PROP(Reforecast, the_parts_of_the_variance_sum_to_the_fen, ()) {
  std::vector<ProjectedMonth> projected;
  for (int t = 0; t < 12; ++t) {
    const int persons = *rc::gen::inRange(0, 4);
    projected.push_back({Month(2024, 1) + t, Money::fen(persons * *rc::gen::inRange<std::int64_t>(1, 10'000)),
                         static_cast<double>(persons)});
  }
  const int locked = *rc::gen::inRange(1, 12);
  std::vector<ActualMonth> actual;
  for (int t = 0; t < locked; ++t) {
    const int persons = *rc::gen::inRange(0, 4);
    actual.push_back({Month(2024, 1) + t, Money::fen(persons * *rc::gen::inRange<std::int64_t>(1, 10'000)),
                      static_cast<double>(persons)});
  }
  const Month last = Month(2024, 1) + (locked - 1);
  const YearEstimate year = reforecast(projected, actual, last, Remainder::by_state);
  RC_ASSERT(year.variance.sum() == year.locked - year.projected_locked);
  Money sum;
  for (const Money month : year.months) sum += month;
  RC_ASSERT(sum == year.estimate());
}

/// 50 persons at 600 yuan in April and October, one person at 25 yuan in every other month.
std::vector<ProjectedMonth> award_and_a_monthly_one() {
  std::vector<ProjectedMonth> months = award();
  for (ProjectedMonth& month : months) {
    if (month.line == Money{}) month = {month.month, 25.00_yuan, 1.0};
  }
  return months;
}

TEST(Reforecast, an_award_paid_in_a_month_of_small_payments_stands_for_the_planned_one) {
  // Paid in June with that month's one person: 51 persons, 30,025 yuan. April had only the one.
  std::vector<ActualMonth> actual;
  for (int month = 1; month <= 6; ++month) actual.push_back({Month(2024, month), 25.00_yuan, 1.0});
  actual[5] = {Month(2024, 6), 30025.00_yuan, 51.0};
  const YearEstimate year = reforecast(award_and_a_monthly_one(), actual, Month(2024, 6), Remainder::by_state);
  EXPECT_DOUBLE_EQ(year.persons_ratio, 51.0 / 50.0) << "the award's persons, not those of the small payments";
  // October still pays 30,000 x 1.02 and the average's small difference; nothing is paid a thousand times.
  EXPECT_GT(year.remaining, 29000.00_yuan);
  EXPECT_LT(year.remaining, 32000.00_yuan);
}

TEST(Reforecast, an_award_paid_before_its_month_is_not_awaited_there) {
  std::vector<ActualMonth> actual{{Month(2024, 1), 30025.00_yuan, 51.0}};
  const YearEstimate year = reforecast(award_and_a_monthly_one(), actual, Month(2024, 1), Remainder::by_state);
  // What is left: October's award and the small payments, some 30,000 and not twice that.
  EXPECT_LT(year.remaining, 33000.00_yuan);
}

TEST(Reforecast, payments_to_a_few_say_nothing_of_those_to_many) {
  // Two persons instead of one in three months of small payments: the award of April and October stays as planned.
  std::vector<ActualMonth> actual;
  for (int month = 1; month <= 3; ++month) actual.push_back({Month(2024, month), 50.00_yuan, 2.0});
  const YearEstimate year = reforecast(award_and_a_monthly_one(), actual, Month(2024, 3), Remainder::by_state);
  EXPECT_DOUBLE_EQ(year.persons_ratio, 1.0);
  EXPECT_EQ(year.remaining, 60175.00_yuan) << "2 x 30,000 + 7 x 25";
}

}  // namespace
}  // namespace disburse
