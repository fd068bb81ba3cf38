// A table of parameters that came back from a planner: what is a change, and every fault by sheet and cell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/library/scenario_file.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

const std::vector<std::string> all_headings{"参数", "名称", "单位",   "基准", "低",   "高",     "分布",  "依据",
                                            "自",   "至",   "原基准", "原低", "原高", "原分布", "原依据"};
const Rows about{{"基准情景", "zhongwei-2024"}, {"标题", "明年方案"}};

ScenarioFile read(const Rows& rows, InputErrors& errors, const Rows& about_rows = about) {
  const TestWorkbook book(plain_workbook({{"参数", rows}, {"说明", about_rows}}));
  return *read_parameter_workbook(book.file(), errors);
}

std::string text_of(const InputErrors& errors) {
  std::string text;
  for (const InputError& error : errors) text += to_string(error) + "\n";
  return text;
}

TEST(ParameterWorkbook, rows_as_they_were_change_nothing) {
  InputErrors errors;
  const ScenarioFile file =
      read({all_headings,
            {"a.b", "甲", "元", "#=600", "#=1", "#=2", "三角", "文件", "", "", "#=600", "#=1", "#=2", "三角", "文件"},
            {"a.c", "乙", "月份", "4,10", "", "", "", "文件二", "", "", "4,10", "", "", "", "文件二"}},
           errors);
  EXPECT_TRUE(errors.empty()) << text_of(errors);
  EXPECT_TRUE(file.overrides.empty());
  EXPECT_TRUE(file.uncertain.empty());
  EXPECT_EQ(file.extends, "zhongwei-2024");
  EXPECT_EQ(file.title, "明年方案");
  EXPECT_EQ(file.name, "book");
}

TEST(ParameterWorkbook, a_changed_value_is_an_override_with_its_ground_and_its_cell) {
  InputErrors errors;
  const ScenarioFile file =
      read({all_headings,
            {"a.b", "甲", "元", "#=660", "", "", "", "局长会议", "2025-01", "2025-12", "#=600", "", "", "", "文件"},
            {"a.c", "乙", "元", "#=7", "", "", "", "文件", "", "", "#=6", "", "", "", "文件"}},
           errors);
  EXPECT_TRUE(errors.empty()) << text_of(errors);
  ASSERT_EQ(file.overrides.size(), 2u);
  EXPECT_EQ(file.overrides[0].path, "a.b");
  EXPECT_EQ(file.overrides[0].value, "660");
  EXPECT_EQ(file.overrides[0].reason, "局长会议");
  EXPECT_EQ(file.overrides[0].from, Month(2025, 1));
  EXPECT_EQ(file.overrides[0].until, Month(2025, 12));
  EXPECT_THAT(file.overrides[0].place.file, HasSubstr("[参数!D2]"));
  EXPECT_THAT(file.overrides[1].reason, HasSubstr("未另写依据")) << "the law's reference does not ground the change";
}

TEST(ParameterWorkbook, a_changed_range_is_an_uncertain_value) {
  InputErrors errors;
  const ScenarioFile file = read({all_headings,
                                  {"a.b", "甲", "率", "#=0.03", "#=0.01", "#=0.06", "均匀", "会商", "", "", "#=0.03",
                                   "#=0.01", "#=0.05", "三角", "文件"}},
                                 errors);
  EXPECT_TRUE(errors.empty()) << text_of(errors);
  EXPECT_TRUE(file.overrides.empty());
  ASSERT_EQ(file.uncertain.size(), 1u);
  EXPECT_EQ(file.uncertain[0].low, "0.01");
  EXPECT_EQ(file.uncertain[0].high, "0.06");
  EXPECT_EQ(file.uncertain[0].distribution, "uniform");
  EXPECT_EQ(file.uncertain[0].source, "会商");
}

TEST(ParameterWorkbook, a_table_made_by_hand_says_its_changes_alone) {
  InputErrors errors;
  const ScenarioFile file =
      read({{"参数", "基准", "依据"}, {"a.b", "#=660", "会议"}, {"", "", ""}, {"a.c", "", ""}}, errors);
  EXPECT_TRUE(errors.empty()) << text_of(errors);
  ASSERT_EQ(file.overrides.size(), 1u);
  EXPECT_EQ(file.overrides[0].reason, "会议");
}

TEST(ParameterWorkbook, every_fault_is_told_by_its_cell) {
  InputErrors errors;
  read({all_headings,
        {"a.b", "", "", "", "", "", "", "", "", "", "#=600"},                 // cleared
        {"a.c", "", "", "#=1", "#=1", "", "", "", "", "", "#=1"},             // a range with one end
        {"a.d", "", "", "#=1", "#=1", "#=2", "钟形", "", "", "", "#=1"},      // no such shape
        {"a.e", "", "", "#=2", "", "", "", "", "明年", "", "#=1"},            // no month
        {"a.f", "", "", "#=2", "", "", "", "", "2025-06", "2025-01", "#=1"},  // ends before it begins
        {"a.e", "", "", "#=1", "", "", "", "", "明年", "", "#=1"},            // a row twice
        {"", "", "", "#=5"}},                                                 // a value of nothing
       errors);
  const std::string text = text_of(errors);
  for (const char* cell : {"!D2]", "!E3]", "!E4]", "!I5]", "!J6]", "!A7]", "!A8]"}) EXPECT_THAT(text, HasSubstr(cell));
  EXPECT_EQ(errors.size(), 7u) << text;
}

TEST(ParameterWorkbook, sheets_headings_and_the_base_are_needed) {
  InputErrors errors;
  const TestWorkbook book(plain_workbook({{"Sheet1", {{"参数"}}}}));
  read_parameter_workbook(book.file(), errors);
  EXPECT_EQ(errors.size(), 2u) << text_of(errors);
  InputErrors more;
  read({{"参数", "参数", "数值"}}, more, {{"标题", "x"}});
  // Two columns of one heading, an unknown one, no 基准, no base.
  EXPECT_EQ(more.size(), 4u) << text_of(more);
  EXPECT_THAT(text_of(more), HasSubstr("!C1]"));
  EXPECT_THAT(text_of(more), HasSubstr("说明!B1"));
}

}  // namespace
}  // namespace disburse
