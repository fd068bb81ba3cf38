// The table of scenarios as a planner reads it, and as a document that is read back.
#include "outputs/what_if/scenario_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outputs/report/contents.hpp"

namespace disburse {
namespace {

Money wan(std::int64_t amount) { return Money::yuan(amount * 10'000); }

using ::testing::HasSubstr;
using ::testing::Not;

ScenarioTable sample() {
  ScenarioTable table;
  table.manifest.horizon = {Month(2024, 1), 24};
  table.manifest.mode = "expected";
  table.fiscal_year = 2024;
  table.years = {2024, 2025};
  table.scenarios = {{"base", "基准", true}, {"award-660", "提到660元", true}};
  const auto row = [&](TabledRow::Of of, const char* id, int year, std::optional<Money> budget, std::int64_t before,
                       std::int64_t after) {
    TabledRow one{of, id, of == TabledRow::Of::total ? "" : "民族团结奖", "", year, budget, {}};
    for (const std::int64_t paid : {before, after}) {
      const bool over = budget && wan(paid) > *budget;
      one.amounts.push_back({wan(paid), over ? std::optional(Month(2024, 10)) : std::nullopt, over});
    }
    table.rows.push_back(std::move(one));
  };
  row(TabledRow::Of::programme, "unity_award", 2024, wan(70), 60, 66);
  row(TabledRow::Of::line, "2089999", 2024, wan(64), 60, 66);
  row(TabledRow::Of::total, "", 2024, wan(64), 60, 66);
  row(TabledRow::Of::programme, "unity_award", 2025, std::nullopt, 61, 61);
  row(TabledRow::Of::line, "2089999", 2025, std::nullopt, 61, 61);
  row(TabledRow::Of::total, "", 2025, std::nullopt, 61, 61);
  table.command = "disburse compare base award-660 --table";
  return table;
}

TEST(ScenarioTableText, names_the_line_that_overspends_and_its_month) {
  const std::string text = scenario_table_text(sample(), Language::zh);
  EXPECT_THAT(text, HasSubstr("2089999 民族团结奖：award-660 超 2.00，2024-10 用完"));
  EXPECT_THAT(text, HasSubstr("66.00!"));
  EXPECT_THAT(text, HasSubstr("+6.00"));
  EXPECT_THAT(text, HasSubstr("2025 年度"));
  const std::string english = scenario_table_text(sample(), Language::en);
  EXPECT_THAT(english, HasSubstr("award-660 over by 2.00, used up in 2024-10"));
}

TEST(ScenarioTableText, says_so_where_nothing_overspends) {
  ScenarioTable table = sample();
  for (TabledRow& row : table.rows) row.amounts[1] = row.amounts[0];
  const std::string text = scenario_table_text(table, Language::zh);
  EXPECT_THAT(text, HasSubstr("没有科目超出预算"));
  EXPECT_THAT(text, Not(HasSubstr("!")));
}

TEST(ScenarioTableCsv, has_a_row_for_each_figure) {
  const std::string csv = scenario_table_csv(sample());
  EXPECT_THAT(csv, HasSubstr("2024,line,2089999,民族团结奖,award-660,640000.00,660000.00,60000.00,2024-10\r\n"));
  EXPECT_THAT(csv, HasSubstr("2025,total,,,base,,610000.00,0.00,\r\n"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 6 * 2);
}

TEST(ScenarioTableJson, is_read_back_to_the_same_bytes) {
  const std::string json = scenario_table_json(sample());
  EXPECT_EQ(scenario_table_json(scenario_table_from_json(Json::parse(json))), json);
  Json short_row = Json::parse(json);
  short_row["rows"][0]["amounts"].erase(0);
  EXPECT_ANY_THROW(scenario_table_from_json(short_row));
}

TEST(ScenarioTableReport, marks_what_differs_and_lists_what_overspends) {
  const ReportContent content = scenario_table_content(sample(), {Language::zh, {"disburse compare"}});
  const Exhibit& year = content.exhibits.at(0);
  EXPECT_EQ(year.columns.size(), 5u);  // name, budget, base, variant, difference
  EXPECT_TRUE(year.rows.at(0).at(3).differs);
  EXPECT_FALSE(year.rows.at(0).at(2).differs);
  ASSERT_TRUE(year.chart);
  EXPECT_EQ(year.chart->series.at(0).values.at(0), 6.0);
  EXPECT_FALSE(content.exhibits.at(1).chart);  // 2025: nothing differs
  const Exhibit& over = content.exhibits.at(2);
  ASSERT_EQ(over.rows.size(), 2u);  // the line and the total
  EXPECT_EQ(cell_text(over.columns[5], over.rows[0][5]), "2024-10");
}

}  // namespace
}  // namespace disburse
