// Indicators of a performance form: levels by their words, names over lines, values with dates and rates.
#include "scenarios/published/form_indicators.hpp"

#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

std::vector<BudgetIndicator> read(const std::vector<std::string>& texts, std::vector<ReadingNote>& notes) {
  return read_indicators(text_lines(texts), "养老", notes);
}

std::vector<BudgetIndicator> read(const std::vector<std::string>& texts) {
  std::vector<ReadingNote> notes;
  auto indicators = read(texts, notes);
  EXPECT_TRUE(notes.empty());
  return indicators;
}

TEST(FormIndicators, stand_under_the_levels_before_them) {
  const auto all =
      read({"产出指标 数量指标 发放人数 5429人", "质量指标 发放准确率 100%", "效益指标 社会效益指标 覆盖面 稳步提高"});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].level1, "产出指标");
  EXPECT_EQ(all[0].level2, "数量指标");
  EXPECT_EQ(all[0].level3, "发放人数");
  EXPECT_EQ(all[0].value, "5429人");
  EXPECT_EQ(all[1].level1, "产出指标") << "it goes on until the next one";
  EXPECT_EQ(all[1].level2, "质量指标");
  EXPECT_EQ(all[2].level1, "效益指标");
  EXPECT_EQ(all[2].level3, "覆盖面");
}

TEST(FormIndicators, know_levels_that_were_printed_in_pieces_and_the_margin) {
  const auto all = read({"绩 产出 指标 数量 指标 发放人数 10人", "效", "满意度指标 服务对象 满意度指标 满意度 ≥95%"});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].level1, "产出指标");
  EXPECT_EQ(all[0].level2, "数量指标");
  EXPECT_EQ(all[1].level1, "满意度指标");
  EXPECT_EQ(all[1].level2, "服务对象满意度指标");
}

TEST(FormIndicators, gather_names_and_dates_over_lines) {
  const auto all = read({"产出指标 数量指标", "机关事业单位", "退休人员 66人", "时效指标 发放时间 2023至 2024年"});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].level3, "机关事业单位退休人员");
  EXPECT_EQ(all[0].value, "66人");
  EXPECT_EQ(all[1].value, "2023至2024年") << "a space before digits is the page's";
}

TEST(FormIndicators, take_a_year_at_the_end_of_a_line_for_the_name_where_its_month_follows) {
  const auto all = read({"产出指标 数量指标", "机关事业 2022年", "12月退休人员 66人"});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].level3, "机关事业2022年12月退休人员");
  EXPECT_EQ(all[0].value, "66人");
}

TEST(FormIndicators, put_further_rates_to_the_last_value) {
  const auto all = read({"产出指标 成本指标 标准 600元/人/次", "1000元/人/次"});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].value, "600元/人/次\n1000元/人/次");
}

TEST(FormIndicators, of_single_words_take_the_last_as_the_value) {
  const auto all = read({"产出指标 质量指标", "发放", "准确率", "100%"});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].level3, "发放准确率");
  EXPECT_EQ(all[0].value, "100%");
}

/// As pdftotext lays out cells whose text goes on over lines.
TEST(FormIndicators, gather_what_is_printed_above_and_below_its_level) {
  const auto all =
      read({"产出指标 数量指标 离退休人员 5.6万人", "按时足额发放", "质量指标 ≥90%", "资金拨付率",
            "时效指标 拨付时限 2025年", "6723.63万元", "600元/人/次；", "成本指标 发放资金", "2500元/人/月。"});
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[1].level2, "质量指标");
  EXPECT_EQ(all[1].level3, "按时足额发放资金拨付率");
  EXPECT_EQ(all[1].value, "≥90%");
  EXPECT_EQ(all[3].level3, "发放资金");
  EXPECT_EQ(all[3].value, "6723.63万元\n600元/人/次；\n2500元/人/月。");
}

TEST(FormIndicators, name_a_level_that_was_not_read) {
  std::vector<ReadingNote> notes;
  const auto all = read({"产出指标 数量指标", "质量指标 准确率", "时效指标 按时率 100%"}, notes);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].level3, "按时率");
  ASSERT_EQ(notes.size(), 2U) << "nothing below the one, no value below the other";
  EXPECT_NE(say(Language::en, notes[0].what).find("数量指标"), std::string::npos);
  EXPECT_NE(say(Language::en, notes[1].what).find("养老"), std::string::npos);
  EXPECT_EQ(notes[1].place.line, 2);
}

}  // namespace
}  // namespace disburse
