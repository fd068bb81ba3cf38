// Spreads and risks of samples that can be worked out by hand.
#include "engine/replicates/risk.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Spread, of_ten_values) {
  // 1 to 10: mean 5.5, variance 82.5 / 9 = 9.1667, deviation 3.03, its tenth part of the root 0.957.
  const Spread spread = spread_of({1000, 900, 800, 700, 600, 500, 400, 300, 200, 100});
  EXPECT_EQ(spread.mean, Money::fen(550));
  EXPECT_EQ(spread.deviation, Money::fen(303));
  EXPECT_EQ(spread.standard_error, Money::fen(96));
  EXPECT_EQ(spread.p10, Money::fen(100)) << "one of ten does not exceed it";
  EXPECT_EQ(spread.p50, Money::fen(500));
  EXPECT_EQ(spread.p90, Money::fen(900));
  EXPECT_EQ(spread.p95, Money::fen(1000));
  EXPECT_EQ(spread.p05, Money::fen(100));
}

TEST(Spread, of_equal_values_is_none) {
  const Spread spread = spread_of({7, 7, 7});
  EXPECT_EQ(spread.deviation, Money{});
  EXPECT_EQ(spread.p05, Money::fen(7));
  EXPECT_EQ(spread.p95, Money::fen(7));
}

/// A budget of one line of 100 yuan, and ten replicates of its only programme, paid in March and September.
struct Sample {
  Budget budget;
  ProgrammeSet programmes;
  Measures measures;
  Replicates replicates;

  Sample()
      : budget(one_line()), measures(programmes, budget, {Month(2024, 1), 12}), replicates(measures.all().size(), 10) {
    for (std::size_t m = 0; m < measures.all().size(); ++m) {
      for (std::uint32_t r = 0; r < 10; ++r) replicates.at(m, r) = amount(measures.all()[m], r);
    }
  }

  static Budget one_line() {
    Budget budget;
    budget.fiscal_year = 2024;
    budget.lines.push_back({"2089999", "其他", Money{}, Money::fen(10'000), Money::fen(10'000), Money{}});
    budget.total = Money::fen(10'000);
    return budget;
  }

  /// 60 yuan in March; in September 35, 36, ... 44 yuan.
  static std::int64_t amount(const Measure& measure, std::uint32_t r) {
    const std::int64_t september = 3500 + 100 * static_cast<std::int64_t>(r);
    if (measure.what != Measure::What::line_month && measure.what != Measure::What::total_month)
      return 6000 + september;
    return measure.month == Month(2024, 3) ? 6000 : measure.month == Month(2024, 9) ? september : 0;
  }
};

TEST(Risk, counts_overspending_and_states_the_reserve) {
  const Sample sample;
  const std::vector<Moments> exact(sample.measures.all().size());
  const RiskResult risk =
      risk_of({sample.replicates, nullptr, 10}, sample.measures, exact, sample.programmes, sample.budget);
  ASSERT_EQ(risk.figures.size(), 2u);  // the line and the whole
  for (const RiskFigure& figure : risk.figures) {
    EXPECT_EQ(figure.budget, Money::fen(10'000));
    // 95, 96, ... 104 yuan against 100: four of ten lie above.
    EXPECT_DOUBLE_EQ(*figure.over, 0.4);
    EXPECT_NEAR(figure.over_error, 0.1549, 1e-4);  // (0.4 x 0.6 / 10)^(1/2)
    EXPECT_EQ(figure.reserve_90, Money::fen(300)) << "nine of ten stay within 103";
    EXPECT_EQ(figure.reserve_95, Money::fen(400));
    EXPECT_FALSE(figure.likely_over) << "no more than half";
  }
  ASSERT_EQ(risk.months.size(), 12u);
  EXPECT_EQ(risk.months[1].chance.p50, Money{});
  EXPECT_EQ(risk.months[2].chance.p90, Money::fen(6000));
  EXPECT_EQ(risk.months[11].chance.p50, Money::fen(9900));
}

TEST(Risk, names_the_month_in_which_overspending_becomes_likely) {
  Sample sample;
  sample.budget.total = Money::fen(9'850);
  const std::vector<Moments> exact(sample.measures.all().size());
  const RiskResult risk =
      risk_of({sample.replicates, nullptr, 10}, sample.measures, exact, sample.programmes, sample.budget);
  EXPECT_EQ(risk.figures.back().likely_over, Month(2024, 9));  // 99 to 104: six of ten
  EXPECT_FALSE(risk.figures.front().likely_over);
}

TEST(Risk, differences_are_taken_replicate_by_replicate) {
  const Sample sample;
  Replicates more(sample.measures.all().size(), 10);
  for (std::size_t m = 0; m < sample.measures.all().size(); ++m) {
    for (std::uint32_t r = 0; r < 10; ++r) more.at(m, r) = sample.replicates.at(m, r) + 50;
  }
  const auto differences =
      differences_of(sample.replicates, more, 10, sample.measures, sample.programmes, sample.budget);
  ASSERT_EQ(differences.size(), 2u);
  EXPECT_EQ(differences[0].difference.mean, Money::fen(50));
  EXPECT_EQ(differences[0].difference.deviation, Money{}) << "what varies in both falls away";
  EXPECT_TRUE(
      differences_of(sample.replicates, sample.replicates, 10, sample.measures, sample.programmes, sample.budget)
          .empty());
}

}  // namespace
}  // namespace disburse
