// Calendar years of a run by month paid, and the values that later years take over unchanged.
#include "engine/projection/years.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon sixteen{Month(2024, 11), 16};  // November 2024 to February 2026

ProgrammeSet programmes(std::vector<std::string> parameters = {}) {
  MadePart benefit = made_part("benefit", payer("city"), {});
  benefit.component.parameters = std::move(parameters);
  ProgrammeSet set;
  set.push_back(std::make_unique<MadeProgramme>("pension", Scheme::resident, sixteen, std::vector<MadePart>{benefit}));
  return set;
}

LedgerCell cell(Month paid, Money amount, double persons, const Payer& who = payer("city"), Kind kind = Kind::regular) {
  return {{0, who.is_own() ? "2080507" : "", who, kind, paid, paid}, amount, persons, 0};
}

RunResult made_run() {
  RunResult run;
  run.fiscal_year = 2024;
  run.manifest.horizon = sixteen;
  run.programmes.resize(1);
  run.programmes[0].id = "pension";
  run.programmes[0].monthly = {
      {Month(2024, 11), 5.0, {}, {}}, {Month(2025, 3), 8.0, {}, {}}, {Month(2025, 4), 6.0, {}, {}}};
  run.ledger = {cell(Month(2024, 12), Money::fen(1000), 2.0),
                cell(Month(2024, 12), Money::fen(500), 0.0, payer("fund")),
                cell(Month(2024, 12), Money::fen(-300), 0.0, payer("city"), Kind::contribution),
                cell(Month(2025, 1), Money::fen(2000), 4.0), cell(Month(2026, 3), Money::fen(9999), 9.0)};
  FlowMonth year;
  year.month = Month(2025, 1);
  year.entrants = 12.0;
  year.deaths = 3.0;
  PopulationFlow own, other;
  own.scheme = Scheme::resident;
  own.years = {year};
  other.scheme = Scheme::enterprise;
  year.entrants = 99.0;
  other.years = {year};
  run.population = {other, own};
  return run;
}

Budget budget() {
  Budget made;
  made.lines.resize(1);
  made.lines[0].code = "2080599";
  made.lines[0].name = "其他";
  return made;
}

TEST(YearsOf, book_by_the_year_paid_within_the_horizon) {
  const std::vector<YearFigure> years = years_of(made_run(), programmes(), budget());
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0].year, 2024);
  EXPECT_EQ(years[2].year, 2026);
  EXPECT_EQ(years[0].outlay, Money::fen(1000 + 500 - 300));
  EXPECT_EQ(years[0].line, Money::fen(1000 - 300)) << "what the fund pays is on no line";
  EXPECT_EQ(years[1].outlay, Money::fen(2000));
  EXPECT_EQ(years[2].outlay, Money{}) << "March 2026 is beyond the horizon";
  EXPECT_EQ(years[2].programmes.size(), 1U) << "a year without money still has its programme";
}

TEST(YearsOf, average_benefits_over_payments_that_count_persons) {
  const std::vector<YearFigure> years = years_of(made_run(), programmes(), budget());
  // 1,500 fen without the contribution, over two payments.
  EXPECT_EQ(years[0].programmes[0].average, Money::fen(750));
  EXPECT_DOUBLE_EQ(years[0].programmes[0].units, 2.0);
  EXPECT_EQ(years[2].programmes[0].average, Money{}) << "no payment, no average";
}

TEST(YearsOf, take_the_largest_months_headcount_and_the_schemes_own_flow) {
  const std::vector<YearFigure> years = years_of(made_run(), programmes(), budget());
  EXPECT_EQ(years[0].programmes[0].headcount, 5.0);
  EXPECT_EQ(years[1].programmes[0].headcount, 8.0);
  EXPECT_EQ(years[1].programmes[0].entrants, 12.0);
  EXPECT_EQ(years[1].programmes[0].deaths, 3.0);
  EXPECT_EQ(years[0].programmes[0].entrants, 0.0) << "no flow of 2024 is known";
}

TEST(YearsOf, list_the_budgets_lines_and_those_it_lacks) {
  const std::vector<YearFigure> years = years_of(made_run(), programmes(), budget());
  ASSERT_EQ(years[0].lines.size(), 2U);
  EXPECT_EQ(years[0].lines[0].code, "2080599");
  EXPECT_EQ(years[0].lines[0].amount.projected, Money{});
  EXPECT_EQ(years[0].lines[1].code, "2080507");
  EXPECT_EQ(years[0].lines[1].amount.projected, Money::fen(700));
  ASSERT_EQ(years[2].lines.size(), 1U);
}

Parameter parameter(const std::string& path, Unit unit, Value value, Month from) {
  Parameter made;
  made.path = made.name = path;
  made.unit = unit;
  made.values = {{from, {}, {2000, 1, 1}, std::move(value), Status::enacted, "made up", {}}};
  return made;
}

TEST(CarriedValues, are_amounts_without_a_rule_or_a_later_value) {
  ParameterTree law;
  law.add(parameter("p.amount", Unit::yuan_per_month, Money::yuan(100), Month(2023, 1)));
  law.add(parameter("p.this_year", Unit::yuan_per_payment, Money::yuan(7), Month(2024, 7)));
  law.add(parameter("p.later", Unit::yuan_per_month, Money::yuan(100), Month(2025, 1)));
  law.add(parameter("p.share", Unit::rate, Rate(1, 2), Month(2023, 1)));
  Parameter growing = parameter("p.growing", Unit::yuan_per_month, Money::yuan(100), Month(2023, 1));
  growing.extension = Extension{};
  law.add(std::move(growing));
  RunResult run = made_run();
  const ProgrammeSet set = programmes({"p.amount", "p.this_year", "p.later", "p.share", "p.growing"});
  run.years = years_of(run, set, budget());
  const std::vector<CarriedValue> carried = carried_values(run, set, law);
  ASSERT_EQ(carried.size(), 2U);
  EXPECT_EQ(carried[0].path, "p.amount");
  EXPECT_EQ(carried[1].path, "p.this_year") << "a value of the budget's own year";
  EXPECT_EQ(carried[0].since, Month(2023, 1));
  EXPECT_EQ(carried[0].outlay, Money::fen(2000)) << "of the years after the budget's";
}

}  // namespace
}  // namespace disburse
