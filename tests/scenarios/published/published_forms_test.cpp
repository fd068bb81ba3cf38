// Performance forms as pages print them.
#include "scenarios/published/published_forms.hpp"

#include <gtest/gtest.h>

#include "outputs/text/messages.hpp"
#include "scenarios/published/lines.hpp"

namespace disburse {
namespace {

/// A made-up form, with its labels in the margin and its name over two lines.
std::vector<std::string> form(const std::string& name, const std::string& amount) {
  return {"项目名称 " + name,
          "补助",
          "主管部门及代码 北山县财政局218 实施单位 北山县社保中心",
          "项目属性 一年期项目 项目期 2025年 项目",
          "资金 年度资金总额：" + amount,
          "（万 其中：财政拨款：" + amount,
          "元） 其他资金：0",
          "年度 目标1：按时足额",
          "总体 发放到位。",
          "目标2：群众满意。",
          "一级指标 二级指标 三级指标 指标值",
          "产出指标 数量指标 人数 66人",
          "综合评定等级 通过□  退回修改□"};
}

std::vector<BudgetForm> read(const std::vector<std::string>& texts, std::vector<ReadingNote>& notes) {
  return read_published_forms(text_lines(texts), notes);
}

TEST(PublishedForms, are_read_label_by_label) {
  std::vector<ReadingNote> notes;
  const auto forms = read(form("居民养老", "3,525.5万元"), notes);
  ASSERT_EQ(forms.size(), 1U);
  const BudgetForm& one = forms[0];
  EXPECT_EQ(one.name, "居民养老补助");
  EXPECT_EQ(one.department, "北山县财政局");
  EXPECT_EQ(one.department_code, "218");
  EXPECT_EQ(one.agency, "北山县社保中心");
  EXPECT_EQ(one.attribute, "一年期项目");
  EXPECT_EQ(one.period, "2025年") << "what stands beside it belongs to the money";
  EXPECT_EQ(one.total, "3525.5");
  EXPECT_EQ(one.fiscal, "3525.5");
  EXPECT_EQ(one.other, "0");
  ASSERT_EQ(one.indicators.size(), 1U);
  EXPECT_EQ(one.indicators[0].value, "66人");
  EXPECT_EQ(one.rating, "通过□ 退回修改□");
  EXPECT_TRUE(notes.empty());
}

TEST(PublishedForms, part_goals_by_their_numbers) {
  std::vector<ReadingNote> notes;
  const BudgetForm one = read(form("居民养老", "10"), notes).at(0);
  ASSERT_EQ(one.goals.size(), 2U);
  EXPECT_NE(one.goals[0].find("按时足额"), std::string::npos);
  EXPECT_NE(one.goals[0].find("发放到位"), std::string::npos) << "a goal goes on over lines";
  EXPECT_EQ(one.goals[1], "目标2：群众满意。");
}

TEST(PublishedForms, begin_at_each_projects_name) {
  std::vector<std::string> texts{"第三部分 绩效目标表"};
  for (const auto& [name, amount] : {std::pair{"甲", "1"}, std::pair{"乙", "2"}}) {
    const auto own = form(name, amount);
    texts.insert(texts.end(), own.begin(), own.end());
  }
  std::vector<ReadingNote> notes;
  const auto forms = read(texts, notes);
  ASSERT_EQ(forms.size(), 2U);
  EXPECT_EQ(forms[0].name, "甲补助");
  EXPECT_EQ(forms[0].total, "1");
  EXPECT_EQ(forms[1].name, "乙补助");
  EXPECT_EQ(forms[1].total, "2");
}

TEST(PublishedForms, without_money_are_named) {
  std::vector<ReadingNote> notes;
  const auto forms = read(form("居民养老", "见附件"), notes);
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].total, "");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(say(Language::en, notes[0].what).find("no money"), std::string::npos);
  EXPECT_EQ(notes[0].place.line, 1);
}

TEST(PublishedForms, cut_off_anywhere_are_read_as_far_as_they_go) {
  const std::vector<std::string> whole = form("居民养老", "10");
  for (std::size_t count = 1; count < whole.size(); ++count) {
    std::vector<ReadingNote> notes;
    const auto forms = read({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(count)}, notes);
    ASSERT_EQ(forms.size(), 1U) << count;
    EXPECT_EQ(forms[0].name.substr(0, 12), "居民养老") << count;
  }
}

/// Workbooks lose the results of formulas when other programs save them.
TEST(PublishedForms, a_label_that_is_missing_takes_nothing_else_with_it) {
  std::vector<ReadingNote> notes;
  const std::vector<BudgetForm> forms = read_published_forms(
      text_lines({"项目名称 居民养老保险补助", "主管部门及代码 人社局 310", "实施单位 社保中心",
                  "项目属性 一年期项目 项目期：2025年", "项目资金 0", "年度总体目标 目标1：按时发放",
                  "一级指标 二级指标 三级指标 指标值", "产出指标 数量指标 领取待遇人数 1200人", "综合评定等级 通过"}),
      notes);
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_EQ(forms[0].total, "");
  ASSERT_EQ(forms[0].indicators.size(), 1U);
  EXPECT_EQ(forms[0].indicators[0].value, "1200人");
  EXPECT_EQ(notes.size(), 1U) << "its money";
}

}  // namespace
}  // namespace disburse
