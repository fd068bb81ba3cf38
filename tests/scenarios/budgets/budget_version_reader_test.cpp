// Later versions of a budget: what each changes, and every change that cannot be.
#include "scenarios/budgets/budget_version_reader.hpp"

#include <gtest/gtest.h>

#include "support/refusals.hpp"

namespace disburse {
namespace {

using Keys = std::vector<std::string>;

/// Two lines of 100 and 50 万元; the award is a project of the first.
Budget budget() {
  Budget result;
  result.fiscal_year = 2024;
  result.version = "年初预算";
  BudgetLine first, second;
  first.code = "2089999";
  first.total = 1'000'000.00_yuan;
  second.code = "2080507";
  second.total = 500'000.00_yuan;
  result.lines = {first, second};
  result.projects = {{"award", "奖", "2089999", 600'000.00_yuan}};
  return result;
}

std::string version(const std::string& name, const std::string& date, const std::string& changes) {
  return "[[version]]\nname = \"" + name + "\"\nkind = \"adjustment\"\ndate = \"" + date +
         "\"\nreference = \"r\"\nchanges = [" + changes + "]\n";
}

const std::string head = "schema = \"disburse/budget-versions/1\"\n";

Keys refused(const std::string& versions) {
  return refusals("later.toml", head + versions, [](const auto& file) { read_budget_versions(file, budget()); });
}

TEST(BudgetVersionReader, reads_changes_in_wan) {
  const ScratchFolder folder;
  folder.write("later.toml",
               head + version("调整", "2024-07-15",
                              R"({ line = "2089999", programme = "award", amount = "12.34", carried = "2" },
                                               { line = "2080507", amount = "-12.34" })"));
  const auto versions = read_budget_versions(folder.path() / "later.toml", budget());
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].name, "调整");
  EXPECT_EQ(to_string(versions[0].date), "2024-07-15");
  ASSERT_EQ(versions[0].changes.size(), 2u);
  EXPECT_EQ(versions[0].changes[0].amount, 123'400.00_yuan);
  EXPECT_EQ(versions[0].changes[0].carried, 20'000.00_yuan);
  EXPECT_EQ(versions[0].changes[1].amount, -123'400.00_yuan);
  EXPECT_EQ(versions[0].changes[1].programme, "");
}

TEST(BudgetVersionReader, refuses_a_change_that_cannot_be) {
  const auto change = [](const std::string& fields) {
    return refused(version("x", "2024-07-15", "{ " + fields + " }"));
  };
  EXPECT_EQ(change(R"(line = "2089999", amount = "1")"), Keys{});
  EXPECT_EQ(change(R"(line = "2089998", amount = "1")"), (Keys{"line"}));
  EXPECT_EQ(change(R"(line = "2089999", amount = "-100")"), Keys{}) << "a line may become empty";
  EXPECT_EQ(change(R"(line = "2089999", amount = "-100.01")"), (Keys{"amount"}));
  EXPECT_EQ(change(R"(line = "2080507", programme = "award", amount = "1")"), (Keys{"programme"})) << "another line's";
  EXPECT_EQ(change(R"(line = "2089999", programme = "awrd", amount = "1")"), (Keys{"programme"}));
  EXPECT_EQ(change(R"(line = "2089999", amount = "1", carried = "1")"), Keys{});
  EXPECT_EQ(change(R"(line = "2089999", amount = "1", carried = "1.01")"), (Keys{"carried"}));
  EXPECT_EQ(change(R"(line = "2089999", amount = "-1", carried = "1")"), (Keys{"carried"}));
  EXPECT_EQ(change(R"(line = "2089999", amount = "1", carried = "-1")"), (Keys{"carried"}));
}

TEST(BudgetVersionReader, counts_what_earlier_versions_took) {
  const std::string take = R"({ line = "2089999", amount = "-60" })";
  EXPECT_EQ(refused(version("a", "2024-05-01", take) + version("b", "2024-06-01", take)), (Keys{"amount"}));
}

TEST(BudgetVersionReader, wants_names_of_their_own_and_dates_in_order) {
  const std::string one = R"({ line = "2089999", amount = "1" })";
  EXPECT_EQ(refused(version("a", "2024-05-01", one) + version("a", "2024-06-01", one)), (Keys{"name"}));
  EXPECT_EQ(refused(version("年初预算", "2024-05-01", one)), (Keys{"name"}));
  EXPECT_EQ(refused(version("a", "2024-05-01", one) + version("b", "2024-04-30", one)), (Keys{"date"}));
  EXPECT_EQ(refused(version("a", "2024-05-01", one) + version("b", "2024-05-01", one)), Keys{});
}

}  // namespace
}  // namespace disburse
