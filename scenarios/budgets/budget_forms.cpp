#include "scenarios/budgets/budget_forms.hpp"

namespace disburse {

const Form& entries_form() {
  static const Form form{
      "disburse/budget-entries/1",
      {{"科目",
        "line",
        {{"科目编码", "code"}, {"科目名称", ""}, {"基本支出（万元）", "basic"}, {"上年决算（万元）", "executed"}},
        {"基本支出（万元）", "上年决算（万元）"}},
       {"经济分类", "economic", {{"科目编码", "code"}, {"科目名称", ""}, {"金额（万元）", "amount"}}, {"金额（万元）"}},
       {"三公经费", "public_expense", {{"栏目", "column"}, {"上年决算（万元）", "executed"}}, {"上年决算（万元）"}},
       {"文字", "statement", {{"部分", "section"}, {"内容", "text"}}, {"内容"}},
       {"绩效指标",
        "indicator",
        {{"项目编号", "programme"}, {"三级指标", "level3"}, {"指标值", "value"}},
        {"指标值"}}}};
  return form;
}

const Form& versions_form() {
  static const Form form{
      "disburse/budget-versions/1",
      {{"预算版本",
        "version",
        {{"版本名称", "name"},
         {"类别", "kind", false, {{"预算调整", "adjustment"}, {"追加", "supplement"}}},
         {"日期", "date"},
         {"文号", "reference"}},
        {"版本名称", "金额（万元）"},
        "changes",
        {{"科目编码", "line"}, {"项目", "programme"}, {"金额（万元）", "amount"}, {"其中结转（万元）", "carried"}}}}};
  return form;
}

}  // namespace disburse
