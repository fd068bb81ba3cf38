// Published documents of other layouts, made up: every cell lands where it belongs, and what does not is named.
#include "scenarios/published/published_budget.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/budget/check.hpp"
#include "outputs/text/messages.hpp"
#include "scenarios/published/county.hpp"
#include "support/places.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

PublishedBudget read(const std::string& text, const std::string& name = "budget.txt") {
  const ScratchFolder folder;
  folder.write(name, text);
  return read_published_budget({folder.path() / name},
                               read_official_tables(source_dir() / "scenarios/published/official.toml"));
}

std::string cell(const PublishedBudget& budget, const std::string& table, const std::string& row, std::size_t column) {
  const BudgetRow* found = find_row(*find_table(budget.document, table), row);
  return found == nullptr ? "no row " + row : found->cells.at(column);
}

std::vector<std::string> notes(const PublishedBudget& budget) {
  std::vector<std::string> texts;
  for (const ReadingNote& note : budget.notes) texts.push_back(say(Language::en, note.what));
  return texts;
}

TEST(PublishedBudget, a_county_without_forms_and_last_years_columns_is_read) {
  const PublishedBudget budget = read(county_document);
  EXPECT_EQ(budget.document.fiscal_year, 2025);
  EXPECT_EQ(budget.document.agency, "北山县社会保险事务中心（虚构示例）");
  EXPECT_EQ(cell(budget, "表2", "合计", 1), "1310.50");
  EXPECT_EQ(cell(budget, "表2", "合计", 0), "") << "last year is not printed";
  EXPECT_EQ(cell(budget, "表2", "2080109", 3), "30.00");
  EXPECT_EQ(cell(budget, "表2", "2080505", 2), "12.00") << "its name goes on over two lines";
  EXPECT_EQ(cell(budget, "表2", "2082602", 3), "1170.00");
  EXPECT_EQ(cell(budget, "表3", "30113", 1), "6.20");
  EXPECT_EQ(cell(budget, "表1支出", "本年支出>社会保障和就业支出", 0), "1300.20");
  EXPECT_EQ(cell(budget, "表1支出", "本年支出>社会保障和就业支出", 1), "1300.20");
  EXPECT_EQ(cell(budget, "表1收入", "收入总计", 0), "1310.50");
  const std::vector<std::string>& expenses = find_table(budget.document, "表4")->rows.front().cells;
  EXPECT_EQ(std::vector(expenses.end() - 6, expenses.end()),
            (std::vector<std::string>{"1.20", "0", "1.00", "0", "1.00", "0.20"}));
  EXPECT_THAT(notes(budget), testing::Contains(HasSubstr("会议费 0.50 and 培训费 0.30")));
  EXPECT_EQ(budget.read, (std::set<int>{1, 2, 3, 4}));
}

TEST(PublishedBudget, columns_that_are_not_printed_are_no_findings) {
  for (const Finding& finding : check(read(county_document).document))
    EXPECT_NE(finding.code, "row_sum_wrong") << say(Language::en, finding.where);
}

TEST(PublishedBudget, a_table_of_no_official_kind_is_named_with_its_place_and_mixed_into_none) {
  std::string text = county_document;
  text.replace(
      text.find("部门预算情况说明"), 0,
      "表9 国有资本经营预算支出表\n单位：万元\n合计 77.00 0.00 77.00\n223 国有资本经营预算支出 77.00 0.00 77.00\n\n"
      "表10 其他未列明的支出表\n合计 5.50\n\n");
  const PublishedBudget budget = read(text);
  EXPECT_THAT(notes(budget), testing::Contains(HasSubstr("国有资本经营预算支出表: no official table")));
  EXPECT_THAT(notes(budget), testing::Contains(HasSubstr("其他未列明的支出表: no official table")));
  const PublishedBudget without = read(county_document);
  for (std::size_t t = 0; t < budget.document.tables.size(); ++t)
    EXPECT_EQ(budget.document.tables[t].rows.size(), without.document.tables[t].rows.size());
}

/// This program's own drafts have no line "2026年部门预算": the name stands beside the unit, the year in headings.
TEST(PublishedBudget, a_draft_of_this_program_tells_year_and_name) {
  const PublishedBudget budget = read(
      "一般公共预算支出表\n表二　北山县社会保险事务中心（虚构示例）　　单位：万元\n科目编码 科目名称 2026年预算数 "
      "基本支出 项目支出\n"
      "合计 30.00 20.00 10.00\n208 社会保障和就业支出 30.00 20.00 10.00\n20801 管理事务 30.00 20.00 10.00\n"
      "2080109 社会保险经办机构 30.00 20.00 10.00\n");
  EXPECT_EQ(budget.document.fiscal_year, 2026);
  EXPECT_EQ(budget.document.agency, "北山县社会保险事务中心（虚构示例）");
}

TEST(PublishedBudget, without_forms_each_line_with_project_money_is_a_project) {
  const PublishedBudget budget = read(county_document);
  ASSERT_EQ(budget.document.forms.size(), 2u);
  EXPECT_EQ(budget.document.forms[0].function, "2080109");
  EXPECT_EQ(budget.document.forms[0].total, "30.00");
  EXPECT_EQ(budget.document.forms[1].function, "2082602");
  EXPECT_EQ(budget.document.forms[1].total, "1170.00");
  EXPECT_THAT(notes(budget), testing::Contains(HasSubstr("no performance form")));
}

TEST(PublishedBudget, a_printed_sum_that_differs_is_kept_and_named) {
  std::string text = county_document;
  text.replace(text.find("301 工资福利支出 102.50"), std::string("301 工资福利支出 102.50").size(),
               "301 工资福利支出 103.50");
  const PublishedBudget budget = read(text);
  EXPECT_EQ(cell(budget, "表3", "301", 0), "103.50");
  const std::vector<Finding> findings = check(budget.document);
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return say(Language::en, finding.message).find("103.50") != std::string::npos;
  }));
}

TEST(PublishedBudget, a_row_that_a_page_cut_is_named_with_its_place) {
  std::string text = county_document;
  text.replace(text.find("2210201 住房公积金 6.20 6.20 0.00"), std::string("2210201 住房公积金 6.20 6.20 0.00").size(),
               "2210201 住房公积金 6.20 6.20");
  const PublishedBudget budget = read(text);
  const auto found = std::find_if(budget.notes.begin(), budget.notes.end(), [](const ReadingNote& note) {
    return say(Language::en, note.what).find("2210201") != std::string::npos;
  });
  ASSERT_NE(found, budget.notes.end());
  EXPECT_EQ(found->place.file, "budget.txt");
  EXPECT_GT(found->place.line, 40);
}

TEST(PublishedBudget, performance_forms_are_told_apart_and_find_their_line) {
  const std::string forms =
      "\n部门项目支出绩效目标表\n项目名称 城乡居民养老保险县级补助\n主管部门及代码\n北山县人力资源和社会保\n障局 310 "
      "实施单位 "
      "北山县社会保险事务中心\n项目属性 一年期项目 项目期 2025年\n项目\n资金\n（万\n元）\n年度资金总额： "
      "1170万元\n其中：财政拨款 1170万元\n其他资金\n年度\n总体\n目标\n目标 1：按时足额\n发放\n目标 "
      "2：应保尽保\n绩\n效\n指\n标\n一级指标 二级指标 "
      "三级指标 指标值\n产出指标\n数量指标\n领取待遇人员 1.2万人\n缴费人员 "
      "2.1万人\n质量指标\n发放\n准确率\n100%\n满意度指\n标\n服务对象\n满意度指标\n参保人员满意度 "
      "≥90%\n综合评定等级 通过 退回□\n项目名称 经办业务经费\n主管部门及代码\n北山县人力资源和社会保障局\n310 实施单位 "
      "北山县社会保险事务中心\n"
      "项目属性 一年期项目 项目期 2025年\n年度资金总额： 30万元\n其中：财政拨款 30万元\n其他资金\n保障经办。\n一级指标 "
      "二级指标 三级指标 "
      "指标值\n产出指标 数量指标 经办窗口 12个\n综合评定等级 通过\n";
  std::string text = county_document;
  text.insert(text.find("部门预算情况说明"), forms);
  const PublishedBudget budget = read(text);
  ASSERT_EQ(budget.document.forms.size(), 2u);
  const BudgetForm& form = budget.document.forms[0];
  EXPECT_EQ(form.name, "城乡居民养老保险县级补助");
  EXPECT_EQ(form.department, "北山县人力资源和社会保障局");
  EXPECT_EQ(form.department_code, "310");
  EXPECT_EQ(form.agency, "北山县社会保险事务中心");
  EXPECT_EQ(form.attribute, "一年期项目");
  EXPECT_EQ(form.period, "2025年");
  EXPECT_EQ(form.total, "1170");
  EXPECT_EQ(form.goals, (std::vector<std::string>{"目标1：按时足额发放", "目标2：应保尽保"}));
  ASSERT_EQ(form.indicators.size(), 4u);
  EXPECT_EQ(form.indicators[0].level3, "领取待遇人员");
  EXPECT_EQ(form.indicators[1].value, "2.1万人");
  EXPECT_EQ(form.indicators[2].level3, "发放准确率");
  EXPECT_EQ(form.indicators[2].value, "100%");
  EXPECT_EQ(form.indicators[3].level2, "服务对象满意度指标");
  EXPECT_EQ(form.rating, "通过 退回□");
  EXPECT_EQ(form.function, "2082602");
  EXPECT_EQ(budget.document.forms[1].function, "2080109");
  EXPECT_EQ(budget.document.forms[1].department_code, "310");
}

TEST(PublishedBudget, what_is_no_budget_is_refused) {
  EXPECT_THROW(read("会议纪要\n2025年部门预算讨论\n"), InputRejected);
  EXPECT_THROW(read(""), InputRejected);
  std::string no_year = county_document;
  no_year.replace(no_year.find("2025年部门预算"), std::string("2025年部门预算").size(), "部门预算");
  EXPECT_THROW(read(no_year), InputRejected);
  EXPECT_THROW(read("\x80\xff\x00", "scan.txt"), InputRejected);
}

}  // namespace
}  // namespace disburse
