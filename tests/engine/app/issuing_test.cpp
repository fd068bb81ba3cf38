// What a command issues: every programme and the whole, with the band that goes with each.
#include "engine/app/issuing.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

const Date made{2024, 9, 1};

RunResult run() {
  RunResult result;
  result.scenario.name = "base";
  for (const int year : {2024, 2025}) {
    YearFigure figure;
    figure.year = year;
    figure.programmes.resize(2);
    figure.programmes[0].id = "unity_award";
    figure.programmes[0].line = Money::fen(year);
    figure.programmes[1].id = "resident_pension";
    figure.programmes[1].line = Money::fen(1);
    figure.line = Money::fen(year + 1);
    result.years.push_back(figure);
  }
  return result;
}

TEST(Issued, by_a_run_are_every_programme_and_the_whole_in_every_year) {
  const auto all = issued_by(run(), "run", made);
  ASSERT_EQ(all.size(), 6U);
  EXPECT_EQ(all[0].programme, "unity_award");
  EXPECT_EQ(all[0].amount, Money::fen(2024));
  EXPECT_EQ(all[2].programme, "") << "the whole";
  EXPECT_EQ(all[2].amount, Money::fen(2025));
  EXPECT_EQ(all[5].year, 2025);
  EXPECT_EQ(all[5].kind, "run");
  EXPECT_EQ(all[5].scenario, "base");
  EXPECT_EQ(all[5].made, made);
  EXPECT_FALSE(all[0].low || all[0].high) << "an expected value has no band";
}

TEST(Issued, by_a_stochastic_run_have_the_band_of_all_that_is_uncertain) {
  RunResult stochastic = run();
  stochastic.risk.emplace();
  RiskFigure award, whole, other;
  award.of = RiskFigure::Of::programme;
  award.id = "unity_award";
  award.year = whole.year = 2024;
  award.chance.p10 = Money::fen(1);
  award.chance.p90 = Money::fen(2);
  whole.chance.p10 = Money::fen(3);
  whole.chance.p90 = Money::fen(4);
  whole.both = Spread{};
  whole.both->p10 = Money::fen(5);
  whole.both->p90 = Money::fen(6);
  other.of = RiskFigure::Of::line;
  other.year = 2024;
  other.chance.p10 = Money::fen(99);
  stochastic.risk->figures = {award, whole, other};
  const auto all = issued_by(stochastic, "run", made);
  EXPECT_EQ(all[0].low, Money::fen(1));
  EXPECT_EQ(all[0].high, Money::fen(2));
  EXPECT_FALSE(all[1].low) << "no figure of that programme";
  EXPECT_EQ(all[2].low, Money::fen(5)) << "with assumptions, not by chance alone";
  EXPECT_EQ(all[2].high, Money::fen(6));
  EXPECT_FALSE(all[3].low) << "the figure is of another year";
}

TEST(Issued, by_a_budget_are_its_projects_and_their_sum) {
  BudgetPaper paper;
  paper.scenario = "base";
  paper.year = 2025;
  paper.projects.resize(2);
  paper.projects[0].programme = "unity_award";
  paper.projects[0].drafted = Money::fen(100);
  paper.projects[0].low = Money::fen(90);
  paper.projects[0].high = Money::fen(110);
  paper.projects[1].drafted = Money::fen(11);
  const auto all = issued_by(paper, made);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].low, Money::fen(90));
  EXPECT_EQ(all[0].high, Money::fen(110));
  EXPECT_EQ(all[2].amount, Money::fen(111));
  EXPECT_EQ(all[2].programme, "");
  EXPECT_EQ(all[2].year, 2025);
}

TEST(IssuedOn, is_the_day_of_knowledge_where_one_is_said) {
  Options options;
  options.input.as_known_on = "2024-08-15";
  EXPECT_EQ(issued_on(options), (Date{2024, 8, 15}));
  options.input.as_known_on.reset();
  EXPECT_GE(issued_on(options).year, 2024) << "today";
}

}  // namespace
}  // namespace disburse
