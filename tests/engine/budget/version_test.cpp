// Later versions of a budget move lines, projects and totals together.
#include "engine/budget/version.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/budgets/budget_version_reader.hpp"
#include "support/city.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

TEST(BudgetVersion, stands_on_those_before) {
  const Budget& published = base_session().budget;
  const auto versions = read_budget_versions(city_dir() / "budgets" / "versions" / "example-2024.toml", published);
  ASSERT_EQ(versions.size(), 2u);
  const Budget adjusted = changed_budget(published, versions, 0);
  EXPECT_EQ(adjusted.total, published.total) << "an adjustment moves money between projects";
  EXPECT_EQ(adjusted.find_line("2080507")->total, *parse_wan("19700"));
  EXPECT_EQ(adjusted.find_project("unity_award")->amount, *parse_wan("6378"));
  const Budget supplemented = changed_budget(published, versions, 1);
  EXPECT_EQ(supplemented.total, published.total + *parse_wan("170"));
  EXPECT_EQ(supplemented.find_line("2089999")->total, *parse_wan("10073"));
  EXPECT_EQ(supplemented.version, "追加（示例）");
  ASSERT_EQ(supplemented.carried.size(), 1u);
  EXPECT_EQ(supplemented.carried[0].amount, *parse_wan("50"));
}

TEST(BudgetVersion, what_cannot_be_is_told_at_once) {
  const ScratchFolder folder;
  folder.write("v.toml", R"(schema = "disburse/budget-versions/1"
[[version]]
name = "a"
kind = "supplement"
date = "2024-09-01"
reference = "r"
changes = [ { line = "2089998", amount = "1" }, { line = "2089999", amount = "-99999" }, { line = "2080507", programme = "unity_award", amount = "1", carried = "2" } ]
[[version]]
name = "a"
kind = "supplement"
date = "2024-08-01"
reference = "r"
changes = []
)");
  const Ran ran = folder.run("run --versions v.toml --lang en");
  EXPECT_EQ(ran.exit_code, 4);
  for (const char* words : {"2089998 is no line of the budget", "Did you mean 2089999",
                            "takes more from 2089999 than it has", "unity_award is no project of 2080507",
                            "is not a part of the amount", "stands here twice", "lies before the version above"})
    EXPECT_THAT(ran.err, HasSubstr(words));
}

}  // namespace
}  // namespace disburse
