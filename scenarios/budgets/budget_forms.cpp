#include "scenarios/budgets/budget_forms.hpp"

namespace disburse {
namespace {

/// A column that the template fills in.
FormColumn given(const char* heading, const char* key) { return {heading, key, false, {}, true}; }

}  // namespace

const Form& entries_form() {
  static const Form form{
      "disburse/budget-entries/1",
      {{"科目",
        "line",
        {given("科目编码", "code"),
         given("科目名称", ""),
         {"基本支出（万元）", "basic"},
         {"上年决算（万元）", "executed"},
         {"控制数（万元）", "envelope", false, {}, false, true}}},
       {"经济分类", "economic", {given("科目编码", "code"), given("科目名称", ""), {"金额（万元）", "amount"}}},
       {"三公经费",
        "public_expense",
        {given("栏目", "column"),
         {"上年决算（万元）", "executed"},
         {"本年预算（万元）", "budget", false, {}, false, true}}},
       {"文字", "statement", {given("部分", "section"), {"内容", "text"}}},
       {"绩效指标", "indicator", {given("项目", "programme"), given("三级指标", "level3"), {"指标值", "value"}}}}};
  return form;
}

const Form& versions_form() {
  static const Form form{"disburse/budget-versions/1",
                         {{"预算版本",
                           "version",
                           {{"版本名称", "name"},
                            {"类别", "kind", false, {{"预算调整", "adjustment"}, {"追加", "supplement"}}},
                            {"日期", "date"},
                            {"文号", "reference"}},
                           "changes",
                           {given("科目编码", "line"),
                            given("项目", "programme"),
                            {"金额（万元）", "amount"},
                            {"其中结转（万元）", "carried"}}}}};
  return form;
}

}  // namespace disburse
