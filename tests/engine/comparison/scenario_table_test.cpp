// Scenarios side by side, worked by hand: a line of 100 yuan whose payments pass it in a month that can be counted.
#include "engine/comparison/scenario_table.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

/// One programme on one line, 12 months of `monthly` yuan in 2024 and of 7 yuan in 2025, a budget of 100 yuan for 2024.
RunResult run_of(const std::string& name, std::int64_t monthly) {
  RunResult run;
  run.scenario.name = name;
  run.manifest.horizon = {Month(2024, 1), 24};
  run.manifest.roster_digest = "r";
  run.fiscal_year = 2024;
  const Money budget = Money::yuan(100);
  ProgrammeResult one;
  one.id = "award";
  one.name = "奖";
  one.line = "2089999";
  one.amount = {budget, Money::yuan(monthly * 12)};
  one.by_line = {{"2089999", "其他", one.amount}};
  for (int t = 0; t < 24; ++t) {
    const Money paid = Money::yuan(t < 12 ? monthly : 7);
    one.monthly.push_back({Month(2024, 1) + t, 1.0, paid, paid});
  }
  run.monthly = one.monthly;
  run.lines = one.by_line;
  run.total = one.amount;
  for (const int year : {2024, 2025}) {
    const Money line = Money::yuan(year == 2024 ? monthly * 12 : 7 * 12);
    YearFigure figure;
    figure.year = year;
    figure.programmes.push_back({"award", line, line, 1.0, 12.0, {}, 0.0, 0.0});
    figure.lines = {{"2089999", "其他", {std::nullopt, line}}};
    figure.line = figure.outlay = line;
    run.years.push_back(figure);
  }
  run.programmes.push_back(std::move(one));
  return run;
}

const TabledRow& row(const ScenarioTable& table, TabledRow::Of of, int year) {
  for (const TabledRow& one : table.rows) {
    if (one.of == of && one.year == year) return one;
  }
  throw std::out_of_range("no such row");
}

TEST(ScenarioTable, says_when_the_budget_is_used_up) {
  // 9 a month: 108 in the year, 99 after November, so December passes 100. 11 a month: 99 after September, so October.
  const ScenarioTable table = scenario_table({run_of("base", 8), run_of("nine", 9), run_of("eleven", 11)});
  for (const TabledRow::Of of : {TabledRow::Of::programme, TabledRow::Of::line, TabledRow::Of::total}) {
    const TabledRow& one = row(table, of, 2024);
    ASSERT_EQ(one.amounts.size(), 3u);
    EXPECT_EQ(one.budget, Money::yuan(100));
    EXPECT_FALSE(one.amounts[0].over);
    EXPECT_FALSE(one.amounts[0].used_up);
    EXPECT_EQ(one.amounts[1].used_up, Month(2024, 12));
    EXPECT_EQ(one.amounts[2].used_up, Month(2024, 10));
    EXPECT_EQ(one.difference(1), Money::yuan(12));
    EXPECT_EQ(one.difference(2), Money::yuan(36));
    EXPECT_TRUE(one.differs());
  }
}

TEST(ScenarioTable, holds_only_the_budgets_year_against_the_budget) {
  const ScenarioTable table = scenario_table({run_of("base", 8), run_of("eleven", 11)});
  EXPECT_EQ(table.years, (std::vector{2024, 2025}));
  const TabledRow& later = row(table, TabledRow::Of::total, 2025);
  EXPECT_FALSE(later.budget);
  EXPECT_FALSE(later.amounts[1].over);
  EXPECT_FALSE(later.differs());
}

TEST(ScenarioTable, spending_the_budget_to_the_fen_is_not_over) {
  RunResult exact = run_of("exact", 8);
  exact.years[0].line = Money::yuan(100);
  exact.monthly[11].line = Money::yuan(12);
  const ScenarioTable table = scenario_table({run_of("base", 8), exact});
  EXPECT_FALSE(row(table, TabledRow::Of::total, 2024).amounts[1].over);
}

/// Of 11 a month 10 fall on the line: 100 after October are no more than the budget, 110 after November are.
TEST(ScenarioTable, a_line_has_its_share_of_what_several_lines_pay) {
  RunResult shared = run_of("shared", 11);
  shared.programmes[0].by_line = {{"2089999", "其他", {std::nullopt, Money::yuan(120)}},
                                  {"2080109", "经办", {std::nullopt, Money::yuan(12)}}};
  const ScenarioTable table = scenario_table({shared});
  const TabledRow& line = row(table, TabledRow::Of::line, 2024);
  EXPECT_TRUE(line.amounts[0].over);
  EXPECT_EQ(line.amounts[0].used_up, Month(2024, 11));
}

TEST(ScenarioTable, another_roster_is_told) {
  RunResult other = run_of("other", 8);
  other.manifest.roster_digest = "another";
  const ScenarioTable table = scenario_table({run_of("base", 8), other});
  EXPECT_TRUE(table.scenarios[0].same_members);
  EXPECT_FALSE(table.scenarios[1].same_members);
}

}  // namespace
}  // namespace disburse
