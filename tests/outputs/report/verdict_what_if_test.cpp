// The first words of what-ifs: every year against the base, the lines that go over, and what can be done.
#include <gtest/gtest.h>

#include "outputs/report/verdict.hpp"

namespace disburse {
namespace {

const Wording chinese{Language::zh};

TEST(VerdictOfWhatIfs, tells_every_year_and_what_it_takes) {
  ComparisonResult comparison;
  VariantComparison variant;
  variant.title = "标准提高";
  variant.years = {{2024, {Money{}, Money::yuan(6'466'300)}, {}}, {2025, {Money::yuan(50'000), Money{}}, {}}};
  comparison.fiscal_year = 2024;
  comparison.variants = {variant};
  EXPECT_EQ(comparison_verdict(comparison, chinese).sentence,
            "标准提高：2024 年多支 646.63 万元，2025 年少支 5.00 万元。");
  EXPECT_EQ(comparison_verdict(comparison, chinese).points,
            (std::vector<std::string>{"可办：若实行，2024 年要追加或调剂 646.63 万元。"}))
      << "2025 costs less";
  comparison.variants[0].years[1].line.variant = Money::yuan(60'000);
  EXPECT_EQ(comparison_verdict(comparison, chinese).points.back(),
            "可办：若实行，2024 年要追加或调剂 646.63 万元；编制 2025 年预算要多列 1.00 万元。");
  comparison.variants[0].years = {{2024, {Money::yuan(9), Money::yuan(9)}, {}}};
  EXPECT_TRUE(comparison_verdict(comparison, chinese).points.empty()) << "nothing is to be done about nothing";
}

TEST(VerdictOfWhatIfs, of_a_table_tells_every_scenario_and_its_lines) {
  const auto amount = [](int wan) { return Money::yuan(wan * 10'000); };
  ScenarioTable table;
  table.fiscal_year = 2024;
  table.scenarios.resize(2);
  table.scenarios[0].name = "基准";
  table.scenarios[1].name = "提高";
  TabledRow line;
  line.of = TabledRow::Of::line;
  line.id = "2089999";
  line.year = 2024;
  line.budget = amount(10);
  line.amounts.resize(2);
  line.amounts[0].amount = amount(9);
  line.amounts[1] = line.amounts[0];
  line.amounts[1].amount = amount(12);
  line.amounts[1].over = true;
  line.amounts[1].used_up = Month(2024, 10);
  TabledRow total = line;
  total.of = TabledRow::Of::total;
  table.rows = {line, total};
  const Verdict verdict = table_verdict(table, chinese);
  EXPECT_EQ(verdict.sentence, "与基准相比：提高 2024 年多支 3.00 万元。");
  EXPECT_EQ(verdict.points,
            (std::vector<std::string>{"基准：各科目都在预算之内。", "提高：2089999 将超支 2.00 万元，10 月用完。",
                                      "提高：可办：在 10 月以前追加或调剂 2.00 万元。"}));
}

/// A later year has no budget to exceed: what can be done is to plan for it.
TEST(VerdictOfWhatIfs, of_a_table_tells_what_budgets_of_later_years_need) {
  const auto amount = [](int wan) { return Money::yuan(wan * 10'000); };
  ScenarioTable table;
  table.fiscal_year = 2024;
  table.years = {2024, 2025, 2026};
  table.scenarios = {{"基准", ""}, {"提高", ""}};
  const auto row = [&](const char* code, int year, int base, int variant) {
    TabledRow one;
    one.of = TabledRow::Of::line;
    one.id = code;
    one.year = year;
    one.amounts = {{amount(base), {}, false}, {amount(variant), {}, false}};
    table.rows.push_back(one);
  };
  row("2080507", 2025, 10, 15);
  row("2089999", 2025, 10, 9);
  row("2080506", 2025, 7, 7);
  row("2089999", 2026, 10, 8);
  const std::string later =
      "可办：编制 2025 年预算要比基准多列 4.00 万元（2080507 +5.00，2089999 -1.00）。"
      "编制 2026 年预算可比基准少列 2.00 万元（2089999 -2.00）。";
  std::vector<std::string> points = table_verdict(table, chinese).points;
  ASSERT_EQ(points.size(), 2u) << "the base needs nothing more than itself";
  EXPECT_EQ(points[1], "提高：2024 年与基准相同。" + later);
  row("2089999", 2024, 9, 8);
  table.rows.back().budget = amount(10);
  points = table_verdict(table, chinese).points;
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points[1], "提高：各科目都在预算之内。");
  EXPECT_EQ(points[2], "提高：" + later);
}

}  // namespace
}  // namespace disburse
