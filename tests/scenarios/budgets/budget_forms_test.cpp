// The workbooks in which figures of a budget are entered: what their readers take is what their sheets become.
#include "scenarios/budgets/budget_forms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include <set>

#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

std::string toml_of(const Form& form,
                    const std::vector<std::pair<std::string, std::vector<std::vector<std::string>>>>& sheets) {
  const TestWorkbook book(plain_workbook(sheets));
  InputErrors errors;
  std::string text = toml_of_workbook(book.file(), form, errors).toml;
  EXPECT_TRUE(errors.empty());
  return text;
}

TEST(BudgetForms, entered_figures_stand_under_the_keys_of_the_entries) {
  EXPECT_EQ(
      toml_of(entries_form(),
              {{"科目",
                {{"科目编码", "科目名称", "基本支出（万元）", "上年决算（万元）"}, {"2080109", "经办", "12.5", ""}}},
               {"经济分类", {{"科目编码", "科目名称", "金额（万元）"}, {"30101", "基本工资", "80.2"}}},
               {"三公经费", {{"栏目", "上年决算（万元）"}, {"公务接待费", "0.3"}}},
               {"文字", {{"部分", "内容"}, {"政府采购情况", "无"}}}}),
      "schema = \"disburse/budget-entries/1\"\n[[line]]\ncode = \"2080109\"\nbasic = \"12.5\"\n[[economic]]\ncode = "
      "\"30101\"\namount = \"80.2\"\n[[public_expense]]\ncolumn = \"公务接待费\"\nexecuted = \"0.3\"\n[[statement]]\n"
      "section = \"政府采购情况\"\ntext = \"无\"\n");
}

TEST(BudgetForms, rows_of_one_version_are_its_changes) {
  const std::string text = toml_of(
      versions_form(), {{"预算版本",
                         {{"版本名称", "类别", "日期", "文号", "科目编码", "项目", "金额（万元）", "其中结转（万元）"},
                          {"年中调整", "预算调整", "2024-07-01", "文", "2080507", "", "100", ""},
                          {"年中调整", "预算调整", "2024-07-01", "文", "2082602", "", "-50", "20"}}}});
  EXPECT_NE(text.find("schema = \"disburse/budget-versions/1\""), std::string::npos) << text;
  EXPECT_NE(text.find("kind = \"adjustment\""), std::string::npos) << text;
  EXPECT_EQ(text.find("[[version]]"), text.rfind("[[version]]")) << "one version\n" << text;
  EXPECT_NE(text.find("2080507"), std::string::npos);
  EXPECT_NE(text.find("carried = \"20\""), std::string::npos) << text;
}

TEST(BudgetForms, name_each_sheet_and_heading_once) {
  for (const Form* form : {&entries_form(), &versions_form()}) {
    std::set<std::string> sheets;
    for (const FormSheet& sheet : form->sheets) {
      EXPECT_TRUE(sheets.insert(sheet.sheet).second) << sheet.sheet;
      std::set<std::string> headings;
      for (const FormColumn& column : sheet.columns)
        EXPECT_TRUE(headings.insert(column.heading).second) << column.heading;
      for (const FormColumn& column : sheet.inner_columns)
        EXPECT_TRUE(headings.insert(column.heading).second) << column.heading;
      const auto open = [](const FormColumn& one) { return !one.given && !one.key.empty(); };
      EXPECT_TRUE(std::any_of(sheet.columns.begin(), sheet.columns.end(), open) ||
                  std::any_of(sheet.inner_columns.begin(), sheet.inner_columns.end(), open))
          << sheet.sheet << " has nothing to fill in";
    }
  }
}

}  // namespace
}  // namespace disburse
