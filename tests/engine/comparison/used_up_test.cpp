// When a budget is used up, by lines that programmes pay alone, together, or in parts.
#include "engine/comparison/used_up.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

MonthlyLine even(Money amount) {
  MonthlyLine months;
  for (int m = 1; m <= 12; ++m) months[Month(2024, m)] = amount;
  return months;
}

TEST(UsedUp, is_the_month_whose_payments_pass_the_budget) {
  const MonthlyLine months = even(Money::yuan(10));
  EXPECT_EQ(used_up(Money::yuan(95), months), Month(2024, 10)) << "nine months are 90, ten are 100";
  EXPECT_EQ(used_up(Money::yuan(90), months), Month(2024, 10)) << "what is met is not passed";
  EXPECT_EQ(used_up(Money::yuan(120), months), std::nullopt);
  EXPECT_EQ(used_up(Money{}, {}), std::nullopt);
}

ProgrammeResult programme(const std::vector<std::pair<std::string, Money>>& lines, Money a_month) {
  ProgrammeResult one;
  for (const auto& [code, amount] : lines) {
    one.by_line.push_back({code, "", {std::nullopt, amount}});
    one.amount.projected += amount;
  }
  for (int m = 1; m <= 12; ++m) one.monthly.push_back({Month(2024, m), 0.0, a_month, a_month});
  return one;
}

/// Basic expenditure of 12 yuan a year lies on two lines, 4 and 8; another programme pays 24 on the second.
TEST(MonthsOfLine, share_what_is_paid_on_several_lines) {
  RunResult run;
  run.programmes = {programme({{"1", Money::yuan(4)}, {"2", Money::yuan(8)}}, Money::yuan(1)),
                    programme({{"2", Money::yuan(24)}}, Money::yuan(2))};
  const MonthlyLine first = months_of_line(run, "1", 2024);
  const MonthlyLine second = months_of_line(run, "2", 2024);
  ASSERT_EQ(first.size(), 12u);
  Money sum_first, sum_second;
  for (const auto& [month, amount] : first) {
    sum_first += amount;
    EXPECT_NEAR(static_cast<double>(amount.fen()), 100.0 / 3.0, 1.0) << to_string(month);
  }
  for (const auto& [month, amount] : second) sum_second += amount;
  EXPECT_EQ(sum_first, Money::yuan(4));
  EXPECT_EQ(sum_second, Money::yuan(32));
  EXPECT_TRUE(months_of_line(run, "3", 2024).empty());
  EXPECT_TRUE(months_of_line(run, "1", 2025).empty());
}

}  // namespace
}  // namespace disburse
