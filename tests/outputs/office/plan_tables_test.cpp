// The medium-term plan's tables: projects by year, the funds' side, persons and averages; in each language its names.
#include "outputs/office/plan_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/payers.hpp"
#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

using Row = std::vector<SheetTable::Value>;

double number(const SheetTable::Value& value) { return std::get<double>(value); }
std::string text(const SheetTable::Value& value) { return std::get<std::string>(value); }

/// The sample with two later years: each programme's line grows by 1.00万 from 2025 to 2026.
RunResult run() {
  RunResult made = testing::sample_result();
  for (const int year : {2024, 2025, 2026}) {
    YearFigure figure;
    figure.year = year;
    for (const ProgrammeResult& programme : made.programmes) {
      YearOfProgramme one;
      one.id = programme.id;
      one.line = Money::yuan(10'000 * (year - 2023));
      one.average = Money::yuan(year);
      figure.programmes.push_back(one);
      figure.line += one.line;
    }
    made.years.push_back(figure);
  }
  return made;
}

FundAccount fund() {
  FundAccount account;
  account.scheme = Scheme::resident;
  for (const int year : {2024, 2025}) {
    FundYear one;
    one.year = year;
    one.subsidies = {{payer("city"), Money::yuan(30'000)}, {payer("region"), Money::yuan(20'000)}};
    one.own = Money::yuan(10'000);
    one.expenses = {{Kind::regular, Money::yuan(50'000)}, {Kind::lump_sum, Money::yuan(10'000)}};
    account.years.push_back(one);
  }
  return account;
}

TEST(PlanTables, sum_the_projects_of_each_later_year) {
  const RunResult result = run();
  const SheetTable plan = plan_tables(result, {}, 2025, Language::zh).front();
  ASSERT_EQ(plan.headings.size(), 6U) << "project, line, budget, projected, 2025, 2026";
  EXPECT_EQ(plan.headings[4], "2025");
  ASSERT_EQ(plan.rows.size(), result.programmes.size() + 1);
  EXPECT_EQ(number(plan.rows[0][4]), 2.0);
  EXPECT_EQ(number(plan.rows[0][5]), 3.0);
  const Row& total = plan.rows.back();
  EXPECT_EQ(number(total[4]), 2.0 * static_cast<double>(result.programmes.size()));
  for (std::size_t p = 0; p < result.programmes.size(); ++p) {
    EXPECT_EQ(std::holds_alternative<std::monostate>(plan.rows[p][2]), !result.programmes[p].amount.budget) << p;
  }
}

TEST(PlanTables, of_a_fund_list_incomes_and_expenses_that_there_are) {
  const SheetTable account = plan_tables(run(), {fund()}, 2025, Language::en).at(1);
  ASSERT_EQ(account.headings.size(), 2U) << "2024 lies before the plan";
  std::map<std::string, double> rows;
  for (const Row& row : account.rows) rows[text(row[0])] = number(row[1]);
  EXPECT_EQ(rows.at("Income"), 6.0);
  EXPECT_EQ(rows.at("Expense"), 6.0);
  EXPECT_EQ(rows.at("  from accounts and balances"), 1.0);
  EXPECT_FALSE(rows.contains("  contributions")) << "nobody paid any";
  EXPECT_EQ(rows.size(), 7U) << "income, two subsidies, own, expense, two kinds";
}

TEST(PlanTables, averages_are_of_programmes_with_persons) {
  const RunResult result = run();
  const SheetTable averages = plan_tables(result, {}, 2025, Language::zh).back();
  std::size_t with_persons = 0;
  for (const ProgrammeResult& programme : result.programmes) with_persons += programme.headcount ? 1U : 0U;
  ASSERT_EQ(averages.rows.size(), with_persons);
  EXPECT_EQ(number(averages.rows[0][1]), 2025.0) << "yuan";
}

TEST(PlanTables, in_english_speak_no_chinese) {
  for (const SheetTable& table : plan_tables(run(), {fund()}, 2025, Language::en)) {
    for (const Row& row : table.rows) {
      const std::string& name = text(row[0]);
      EXPECT_TRUE(std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
          << table.sheet << ": " << name;
    }
  }
}

TEST(PlanText, prints_every_table_with_its_title_and_notes) {
  const std::string printed = plan_text(plan_tables(run(), {fund()}, 2025, Language::zh));
  EXPECT_THAT(printed,
              ::testing::AllOf(::testing::HasSubstr("中期财政规划（分项目）"), ::testing::HasSubstr("单位：万元"),
                               ::testing::HasSubstr("附01　人均待遇"), ::testing::HasSubstr("2,025.00")));
}

}  // namespace
}  // namespace disburse
