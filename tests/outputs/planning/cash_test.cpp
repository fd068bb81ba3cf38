// A cash calendar as table, sheet, JSON and CSV: the same money in each, by day, month and payer.
#include "outputs/planning/cash.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/text/json_reading.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

/// January: 1.00万 of the city and 3.00万 of the fund for a pension, 0.50万 for an award; February: 2.00万.
CashPlan plan() {
  CashPlan made;
  made.scenario = "base";
  made.rule = "每月 15 日";
  const auto need = [&](Date day, const std::string& programme, const char* who, std::int64_t yuan) {
    made.needs.push_back({day, Month(day.year, day.month), programme, programme + "名", payer(who), Money::yuan(yuan)});
  };
  need({2024, 1, 15}, "award", "city", 5'000);
  need({2024, 1, 15}, "pension", "city", 10'000);
  need({2024, 1, 15}, "pension", "fund", 30'000);
  need({2024, 2, 15}, "pension", "city", 20'000);
  return made;
}

TEST(CashSheet, has_a_row_for_each_day_and_programme_and_a_sum) {
  const SheetTable sheet = cash_sheets(plan(), Language::zh).front();
  ASSERT_EQ(sheet.rows.size(), 4U) << "the total stands last";
  ASSERT_EQ(sheet.headings.size(), 5U) << "day, programme, two payers, sum";
  const auto number = [&](std::size_t row, std::size_t column) { return std::get<double>(sheet.rows[row][column]); };
  EXPECT_EQ(std::get<std::string>(sheet.rows[1][1]), "pension名");
  EXPECT_DOUBLE_EQ(number(1, 4), 4.0);
  EXPECT_DOUBLE_EQ(number(0, 4), 0.5);
  EXPECT_DOUBLE_EQ(number(2, 4), 2.0);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(sheet.rows[0][2]) ||
              std::holds_alternative<std::monostate>(sheet.rows[0][3]))
      << "the fund pays nothing for the award";
}

TEST(CashSheet, has_totals_months_and_what_is_left_of_the_balance) {
  CashPlan covered = plan();
  cover(covered, Money::yuan(50'000));
  const std::vector<SheetTable> sheets = cash_sheets(covered, Language::zh);
  ASSERT_EQ(sheets.size(), 2U);
  const auto last = [](const SheetTable& sheet, std::size_t row) { return std::get<double>(sheet.rows[row].back()); };
  EXPECT_DOUBLE_EQ(last(sheets[0], 0), 4.5) << "5.00 less the award of 0.50";
  EXPECT_DOUBLE_EQ(last(sheets[0], 1), 3.5) << "the fund sends its 3.00 itself";
  EXPECT_DOUBLE_EQ(last(sheets[0], 3), 1.5) << "the total's row";
  const std::size_t sum = sheets[0].headings.size() - 2;
  EXPECT_DOUBLE_EQ(std::get<double>(sheets[0].rows[3][sum]), 6.5);
  ASSERT_EQ(sheets[1].rows.size(), 3U) << "January, February, all";
  EXPECT_EQ(std::get<std::string>(sheets[1].rows[0][0]), "2024-01");
  EXPECT_DOUBLE_EQ(last(sheets[1], 0), 3.5);
  EXPECT_DOUBLE_EQ(last(sheets[1], 1), 1.5);
  EXPECT_THAT(sheets[0].notes, testing::Contains(HasSubstr("够付到 2024-02-15（全部）")));
}

TEST(CashTable, totals_by_payer_and_month_and_names_the_largest_day) {
  const std::string table = cash_table(plan(), Language::en);
  EXPECT_THAT(table, HasSubstr("6.50")) << "all of it";
  EXPECT_THAT(table, HasSubstr("3.50")) << "the city's";
  EXPECT_THAT(table, HasSubstr("largest day: 2024-01-15, 4.50"));
  EXPECT_THAT(table.substr(table.find("by month")), testing::AllOf(HasSubstr("2024-01"), HasSubstr("2024-02")));
  EXPECT_THAT(table, Not(HasSubstr("balance")));
}

TEST(CashTable, tells_how_long_a_balance_lasts) {
  CashPlan covered = plan();
  covered.balance = Money::yuan(50'000);
  covered.covered_to = Date{2024, 1, 15};
  EXPECT_THAT(cash_table(covered, Language::en),
              HasSubstr("balance 5.00, own payments 3.50 (what others send is left out), lasts to 2024-01-15\n"));
  covered.covered_to = Date{2024, 2, 15};
  EXPECT_THAT(cash_table(covered, Language::en), HasSubstr("lasts to 2024-02-15 (all of it)"));
  covered.covered_to.reset();
  EXPECT_THAT(cash_table(covered, Language::en), HasSubstr("does not cover the first day"));
  covered.years_unknown = {2031};
  EXPECT_THAT(cash_table(covered, Language::en), HasSubstr("2031: holidays"));
}

TEST(CashTable, of_nothing_has_no_largest_day) {
  const std::string table = cash_table(CashPlan{}, Language::en);
  EXPECT_THAT(table, Not(HasSubstr("largest day")));
  EXPECT_TRUE(Json::parse(cash_json(CashPlan{}, Manifest{}, "")).at("peak").is_null());
}

TEST(CashJson, is_read_back_into_the_plan) {
  CashPlan written = plan();
  written.balance = Money::yuan(50'000);
  written.covered_to = Date{2024, 1, 15};
  written.years_unknown = {2031};
  Manifest manifest;
  manifest.horizon = {Month(2024, 1), 2};
  const Manifested<CashPlan> read = cash_from_json(Json::parse(cash_json(written, manifest, "disburse cash")));
  EXPECT_EQ(read.command, "disburse cash");
  ASSERT_EQ(read.result.needs.size(), written.needs.size());
  for (std::size_t i = 0; i < written.needs.size(); ++i) {
    EXPECT_EQ(read.result.needs[i].day, written.needs[i].day);
    EXPECT_EQ(read.result.needs[i].amount, written.needs[i].amount);
    EXPECT_EQ(read.result.needs[i].payer.id(), written.needs[i].payer.id());
    EXPECT_EQ(read.result.needs[i].name, written.needs[i].name);
  }
  EXPECT_EQ(read.result.balance, written.balance);
  EXPECT_EQ(read.result.covered_to, written.covered_to);
  EXPECT_EQ(read.result.years_unknown, written.years_unknown);
  Json broken = Json::parse(cash_json(written, manifest, ""));
  broken["needs"][0]["payer"] = "nobody";
  EXPECT_THROW(cash_from_json(broken), UnsoundDocument);
}

TEST(CashCsv, has_a_row_for_each_payment_in_yuan) {
  const std::string csv = cash_csv(plan());
  EXPECT_THAT(csv, HasSubstr("2024-01-15,2024-01,pension,pension名,fund,30000.00"));
  std::size_t rows = 0;
  for (std::size_t at = csv.find("\n2024-"); at != std::string::npos; at = csv.find("\n2024-", at + 1)) ++rows;
  EXPECT_EQ(rows, 4U);
}

}  // namespace
}  // namespace disburse
