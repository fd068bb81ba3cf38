// Texts with figures filled in, and entered figures laid over a draft's.
#include "engine/budget/form_mapping.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

std::string fill(const std::string& text) {
  return filled(text, {{"year", "2025"}, {"headcount", "5429"}, {"none", ""}}, "forms.toml");
}

TEST(Filled, puts_each_figure_in_its_place) {
  EXPECT_EQ(fill("{year}年发放{headcount}人，{year}"), "2025年发放5429人，2025");
  EXPECT_EQ(fill("不变"), "不变");
  EXPECT_EQ(fill(""), "");
  EXPECT_EQ(fill("a{none}b"), "ab");
}

TEST(Filled, leaves_a_bracket_that_is_never_closed) {
  EXPECT_EQ(fill("a{year"), "a{year");
  EXPECT_EQ(fill("}{year}{"), "}2025{");
}

TEST(Filled, names_every_figure_that_is_not_known) {
  try {
    fill("{year}{persons}{heads}");
    FAIL() << "two are unknown";
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 2U);
    EXPECT_EQ(rejected.errors().begin()->place.file, "forms.toml");
  }
}

TEST(Enter, lays_entered_figures_over_those_of_the_draft_and_leaves_the_others) {
  DraftFigures figures;
  figures.executed = {{"2080507", 1_yuan}, {"2080109", 2_yuan}};
  figures.basic = {{"2080109", 3_yuan}};
  BudgetEntries entries;
  entries.executed = {{"2080507", 10_yuan}};
  entries.basic = {{"2210201", 4_yuan}};
  entries.economic = {{"30101", 5_yuan}};
  entries.last_year_public = {{"上年执行·公务接待费", 6_yuan}};
  enter(entries, figures);
  EXPECT_EQ(figures.executed, (std::map<std::string, Money>{{"2080507", 10_yuan}, {"2080109", 2_yuan}}));
  EXPECT_EQ(figures.basic, (std::map<std::string, Money>{{"2080109", 3_yuan}, {"2210201", 4_yuan}}));
  EXPECT_EQ(figures.economic, (std::map<std::string, Money>{{"30101", 5_yuan}}));
  EXPECT_EQ(figures.last_year_public.size(), 1U);
}

BudgetDocument with_form() {
  BudgetForm form;
  form.programme = "cards";
  form.indicators = {{0, "产出指标", "数量指标", "张数", "100张"},
                     {0, "效益指标", "社会效益指标", "一卡通用", "普及"},
                     {0, "效益指标", "可持续影响指标", "一卡通用", "长期"}};
  BudgetDocument document;
  document.forms = {form};
  return document;
}

BudgetEntries entering(const std::string& programme, const std::string& name, const std::string& value) {
  BudgetEntries entries;
  entries.file = "entries.toml";
  IndicatorText text;
  text.programme = programme;
  text.level3 = name;
  text.value = value;
  entries.indicators = {text};
  return entries;
}

TEST(EnterIndicators, says_what_was_entered_and_remembers_what_was_proposed) {
  BudgetDocument document = with_form();
  const auto replaced = enter_indicators(entering("cards", "张数", "120张"), document);
  EXPECT_EQ(document.forms[0].indicators[0].value, "120张");
  ASSERT_EQ(replaced.size(), 1U);
  EXPECT_EQ(replaced[0].level3, "数量指标·张数");
  EXPECT_EQ(replaced[0].value, "100张");
}

TEST(EnterIndicators, lets_goals_that_quote_a_number_follow) {
  BudgetDocument document = with_form();
  document.forms[0].goals = {"补发100张，不是1100张；每张10元", "全年100人"};
  enter_indicators(entering("cards", "张数", "120张"), document);
  EXPECT_EQ(document.forms[0].goals, (std::vector<std::string>{"补发120张，不是1100张；每张10元", "全年100人"}));
}

TEST(EnterIndicators, leaves_goals_that_quote_another_indicator) {
  BudgetDocument document = with_form();
  document.forms[0].goals = {"补发100张"};
  document.forms[0].indicators.push_back({0, "产出指标", "数量指标", "另一批", "100张"});
  enter_indicators(entering("cards", "张数", "120张"), document);
  EXPECT_EQ(document.forms[0].goals.front(), "补发100张");
}

TEST(EnterIndicators, tells_two_of_one_name_apart_by_their_second_level) {
  BudgetDocument document = with_form();
  enter_indicators(entering("cards", "可持续影响指标·一卡通用", "十年"), document);
  EXPECT_EQ(document.forms[0].indicators[1].value, "普及");
  EXPECT_EQ(document.forms[0].indicators[2].value, "十年");
  EXPECT_THROW(enter_indicators(entering("cards", "一卡通用", "十年"), document), InputRejected);
}

TEST(EnterIndicators, refuses_what_no_form_has) {
  BudgetDocument document = with_form();
  for (const auto& [programme, name] : {std::pair{"cards", "张"}, {"other", "张数"}, {"cards", ""}})
    EXPECT_THROW(enter_indicators(entering(programme, name, "1"), document), InputRejected) << programme << name;
  EXPECT_EQ(document.forms[0].indicators[0].value, "100张");
}

TEST(TextSections, hold_those_that_only_the_agency_can_fill) {
  for (const std::string& section : stated_sections())
    EXPECT_EQ(std::count(text_sections().begin(), text_sections().end(), section), 1) << section;
}

}  // namespace
}  // namespace disburse
