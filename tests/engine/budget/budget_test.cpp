#include "engine/budget/budget.hpp"

#include <gtest/gtest.h>

#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

Money wan(const char* text) { return *parse_wan(text); }

const Budget& published() {
  static const Budget budget =
      budget_of(read_budget(source_dir().string() + "/scenarios/agencies/zhongwei/budgets/2024.toml"));
  return budget;
}

// Copied from the printed table 2: code, basic, project, whole, last year.
TEST(Budget, lines_are_the_ten_lowest_codes_in_printed_order) {
  struct Printed {
    const char *code, *basic, *project, *total, *executed;
  };
  const Printed expected[] = {
      {"2080109", "265.10", "87.00", "352.10", "306.66"}, {"2080502", "25.61", "0", "25.61", "16.8"},
      {"2080505", "30.01", "0", "30.01", "25.75"},        {"2080506", "15.01", "4869.00", "4884.01", "35.39"},
      {"2080507", "0", "20000.00", "20000.00", "0"},      {"2082602", "0", "2400.00", "2400.00", "0"},
      {"2089999", "0", "9603.00", "9603.00", "8966.36"},  {"2101102", "18.19", "0", "18.19", "15.38"},
      {"2210201", "29.21", "0", "29.21", "23.88"},        {"2210203", "13.40", "0", "13.40", "8.83"}};
  ASSERT_EQ(published().lines.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    const BudgetLine& line = published().lines[i];
    EXPECT_EQ(line.code, expected[i].code);
    EXPECT_EQ(line.basic, wan(expected[i].basic)) << line.code;
    EXPECT_EQ(line.project, wan(expected[i].project)) << line.code;
    EXPECT_EQ(line.total, wan(expected[i].total)) << line.code;
    EXPECT_EQ(line.last_year_executed, wan(expected[i].executed)) << line.code;
  }
}

TEST(Budget, sums_are_those_of_the_printed_totals) {
  EXPECT_EQ(published().fiscal_year, 2024);
  EXPECT_EQ(published().version, "年初预算");
  EXPECT_EQ(published().total.fen(), 37'355'530'000);  // 37,355.53万元 = 373,555,300 yuan
  EXPECT_EQ(published().basic, wan("396.53"));
  EXPECT_EQ(published().project, wan("36959"));
}

TEST(Budget, nine_projects_have_their_programme_line_and_money) {
  struct Printed {
    const char *programme, *line, *amount;
  };
  const Printed expected[] = {
      {"heating_allowance", "2089999", "3525"},       {"scheme_administration", "2080109", "30"},
      {"work_injury_investigation", "2080109", "10"}, {"unity_award", "2089999", "6078"},
      {"resident_pension", "2082602", "2400"},        {"civil_service_pension", "2080507", "20000"},
      {"annuity_funding", "2080506", "4869"},         {"social_security_card", "2080109", "35"},
      {"electronic_signature", "2080109", "12"}};
  ASSERT_EQ(published().projects.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(published().projects[i].programme, expected[i].programme);
    EXPECT_EQ(published().projects[i].line, expected[i].line);
    EXPECT_EQ(published().projects[i].amount, wan(expected[i].amount));
  }
}

TEST(Budget, basic_expenditure_is_split_by_function_and_by_economic_code) {
  // 2080109, 2080502, 2080505, 2080506, 2101102, 2210201, 2210203
  EXPECT_EQ(published().basic_by_function.size(), 7u);
  Money functional;
  for (const BudgetItem& item : published().basic_by_function) functional += item.amount;
  Money economic;
  for (const BudgetItem& item : published().basic_by_economic) economic += item.amount;
  EXPECT_EQ(functional, wan("396.53"));
  EXPECT_EQ(economic, wan("396.53"));
  // 10 of 301, 12 of 302 and 退休费 have money.
  EXPECT_EQ(published().basic_by_economic.size(), 23u);
}

TEST(Budget, line_and_project_are_found_by_name) {
  ASSERT_NE(published().find_line("2080507"), nullptr);
  EXPECT_EQ(published().find_line("2080507")->project, wan("20000"));
  EXPECT_EQ(published().find_line("9999999"), nullptr);
  ASSERT_NE(published().find_project("unity_award"), nullptr);
  EXPECT_EQ(published().find_project("none"), nullptr);
}

}  // namespace
}  // namespace disburse
