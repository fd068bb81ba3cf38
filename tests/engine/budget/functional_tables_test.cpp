// Lines of the general budget and of government funds.
#include "engine/budget/functional_tables.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

BudgetRow row(const std::string& code, const std::string& whole) {
  BudgetRow made;
  made.code = made.key = code;
  made.cells = {"", whole, "", whole, "", ""};
  return made;
}

BudgetDocument document(std::vector<BudgetRow> funds) {
  BudgetDocument made;
  made.tables.push_back({"表2", 1, "", {}, {row("310004", "12.00"), row("208", "12.00"), row("2080109", "12.00")}});
  made.tables.push_back({"表3", 2, "", {}, {}});
  made.tables.push_back({"表5", 3, "", {}, std::move(funds)});
  return made;
}

TEST(FunctionalTables, lines_of_either_are_found) {
  const BudgetDocument made = document({row("212", "3.00"), row("21208", "3.00"), row("2120805", "3.00")});
  EXPECT_EQ(functional_tables(made).size(), 2u);
  EXPECT_TRUE(has_fund_lines(made));
  ASSERT_NE(find_item_row(made, "2120805"), nullptr);
  EXPECT_NE(find_item_row(made, "2080109"), nullptr);
  EXPECT_EQ(find_item_row(made, "21208"), nullptr) << "a section is no line";
  EXPECT_EQ(find_item_row(made, "2080110"), nullptr);
  EXPECT_EQ(sum_of_items(made.tables[2], whole_column(made.tables[2])), 30'000.00_yuan)
      << "items alone, not their sums";
  const Budget budget = budget_of(made);
  EXPECT_EQ(budget.total, 150'000.00_yuan) << "12 of the general budget and 3 of funds, in 10,000 yuan";
  EXPECT_EQ(budget.find_line("2120805")->project, 30'000.00_yuan);
}

TEST(FunctionalTables, nothing_is_no_line) {
  EXPECT_FALSE(has_fund_lines(document({row("无", "0.00")})));
  EXPECT_FALSE(has_fund_lines(document({})));
}

}  // namespace
}  // namespace disburse
