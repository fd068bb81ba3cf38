// The year in progress, asked from code: payments that are handed in, not read.
#include "engine/studies/in_year_estimate.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

constexpr int year = 2024;

InYearRequest paid_as_projected(const InYearStudy& study, Month last) {
  InYearRequest request;
  request.actuals.last = last;
  for (const auto& months : study.projected()) request.actuals.programmes.push_back(as_projected(months, last));
  request.band = false;
  return request;
}

Money projected_year(const InYearStudy& study) {
  Money sum;
  for (const auto& months : study.projected()) {
    for (const ProjectedMonth& month : months) sum += month.line;
  }
  return sum;
}

TEST(InYearStudy, what_was_paid_as_projected_leaves_the_year_as_projected) {
  InYearStudy study(base_data(), base_scenario());
  for (const int month : {3, 8, 12}) {
    const ReforecastResult result = study.reforecast(paid_as_projected(study, Month(year, month)));
    EXPECT_EQ(result.total.estimate, projected_year(study)) << month;
    EXPECT_FALSE(result.total.band.low.has_value());
    for (const ReforecastProgramme& one : result.programmes) EXPECT_EQ(one.year.variance.sum(), Money{}) << one.id;
  }
}

TEST(InYearStudy, a_payment_more_in_a_planned_programme_is_a_payment_less_to_come) {
  InYearStudy study(base_data(), base_scenario());
  InYearRequest request = paid_as_projected(study, Month(year, 8));
  const std::vector<ProgrammeDefinition>& programmes = base_data()->law.programmes;
  bool tried = false;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    if (programmes[p].basis != Basis::planned || request.actuals.programmes[p].empty()) continue;
    request.actuals.programmes[p].back().amount += Money::yuan(1);
    tried = true;
    break;
  }
  ASSERT_TRUE(tried);
  EXPECT_EQ(study.reforecast(request).total.estimate, projected_year(study));
}

TEST(InYearStudy, the_band_holds_the_estimate) {
  InYearStudy study(base_data(), base_scenario());
  InYearRequest request = paid_as_projected(study, Month(year, 8));
  request.band = true;
  const ReforecastLine total = study.reforecast(request).total;
  EXPECT_LT(*total.band.low, total.estimate);
  EXPECT_GT(*total.band.high, total.estimate);
}

/// A year is re-forecast as a whole: a horizon that holds a part of it gives the estimate of the whole year.
TEST(InYearStudy, is_of_the_whole_year_whatever_part_the_horizon_holds) {
  InYearStudy whole(base_data(), base_scenario());
  const Money expected = whole.reforecast(paid_as_projected(whole, Month(year, 3))).total.estimate;
  for (const Horizon part : {Horizon{Month(year, 1), 6}, Horizon{Month(year, 1), 1}, Horizon{Month(year, 7), 6},
                             Horizon{Month(year, 5), 20}, Horizon{Month(2023, 1), 18}}) {
    Scenario scenario = base_scenario();
    scenario.horizon = part;
    InYearStudy study(base_data(), scenario);
    ASSERT_EQ(study.projected().front().size(), 12U);
    if (part.first >= Month(year, 1)) {
      EXPECT_EQ(study.reforecast(paid_as_projected(study, Month(year, 3))).total.estimate, expected) << to_string(part);
    }
  }
}

/// With one question left open, the estimate is that of its answers under the weights that the payments leave them.
TEST(InYearStudy, the_estimate_takes_the_weights_of_the_readings) {
  auto data = std::make_shared<LoadedData>(*base_data());
  std::erase_if(data->unknowns.questions, [](const Question& one) { return one.id != "headcount_reading"; });
  InYearStudy study(data, base_scenario());
  InYearRequest request = paid_as_projected(study, Month(year, 3));
  request.band = true;
  const ReforecastResult result = study.reforecast(request);
  ASSERT_EQ(result.readings.size(), 1U);
  double weighed = 0.0;
  for (const WeighedAnswer& answer : result.readings.front().answers)
    weighed += answer.after * static_cast<double>(answer.estimate.fen());
  constexpr double rounding = 200.0;  // fen: each month of each programme is rounded
  EXPECT_NEAR(static_cast<double>(result.total.estimate.fen()), weighed, rounding);
  EXPECT_GT(result.readings.front().answers.back().after, 0.05);
  EXPECT_NE(result.total.estimate, result.readings.front().answers.front().estimate);
  Money programmes, lines;
  for (const ReforecastProgramme& one : result.programmes) {
    programmes += one.year.estimate();
    Money months;
    for (const Money month : one.year.months) months += month;
    EXPECT_EQ(months, one.year.estimate()) << one.id;
  }
  for (const ReforecastLine& one : result.lines) lines += one.estimate;
  EXPECT_EQ(programmes, result.total.estimate);
  EXPECT_EQ(lines, result.total.estimate);
  request.band = false;  // nothing is weighed then, and the words say so
  EXPECT_EQ(study.reforecast(request).total.estimate, projected_year(study));
}

/// Counts what it is told.
class Counter : public Progress {
 public:
  void expect(double, std::size_t) override {}
  void begin(Work, std::uint64_t total) override { wanted = total; }
  void raise_total(std::uint64_t total) override { wanted = total; }
  void add(std::uint64_t more) override { done += more; }
  std::uint64_t wanted = 0, done = 0;
};

TEST(Backtest, scores_every_method_in_every_month_and_tells_how_far_it_is) {
  Counter counter;
  const BacktestResult result = backtest(base_data(), base_scenario(), {2}, &counter);
  EXPECT_EQ(result.scores.size(), 12U);
  EXPECT_EQ(counter.wanted, 2U);
  EXPECT_EQ(counter.done, 2U);
}

}  // namespace
}  // namespace disburse
