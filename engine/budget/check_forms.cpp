// The money and the head of the performance forms: against table 2, against the cost indicator, against the
// unit.
#include "engine/budget_findings.hpp"
#include "engine/budget_layout.hpp"
#include "engine/printed.hpp"

namespace disburse {
namespace {

Money money_of(const std::string& text) { return printed_amount(text).value_or(Money{}); }

std::string form_name(const BudgetForm& form) { return "表9 " + form.name; }

void check_funds(const BudgetForm& form, BudgetFindings& findings) {
  findings.compare(FigureComparison{"form_funds_wrong",
                                    Severity::error,
                                    form_name(form) + "·资金总额",
                                    form.line,
                                    "印作",
                                    money_of(form.total),
                                    "财政拨款＋其他资金=",
                                    money_of(form.fiscal) + money_of(form.other),
                                    {}});
}

/// The first amount in yuan that a cost indicator prints is the form's whole money.
void check_cost(const BudgetForm& form, BudgetFindings& findings) {
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level2 != "成本指标") continue;
    for (const Quantity& quantity : quantities_in(indicator.value)) {
      if (quantity.unit != "元") continue;
      const Money printed = Money::yuan(1).times(quantity.value, Rounding::half_up);
      findings.compare(FigureComparison{"form_cost_differs",
                                        Severity::error,
                                        form_name(form) + "·成本指标 " + indicator.level3,
                                        indicator.line,
                                        "指标值",
                                        printed,
                                        "资金总额",
                                        money_of(form.total),
                                        {}});
      break;
    }
  }
}

void check_head(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  const std::string year = std::to_string(document.fiscal_year) + "年";
  const auto wrong = [&](const std::string& part, const std::string& printed, const std::string& expected) {
    findings.add("form_head_wrong", Severity::error, form_name(form) + "·" + part, form.line,
                 "印作" + printed + "，与" + expected + "不符。");
  };
  if (form.agency != document.agency) wrong("实施单位", form.agency, document.agency);
  if (form.period != year) wrong("项目期", form.period, year);
  if (!document.unit_code.starts_with(form.department_code)) {
    wrong("主管部门代码", form.department_code, "单位编码" + document.unit_code);
  }
}

/// A time indicator that is a bare year must be the budget's year.
void check_time(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  const Rate year(document.fiscal_year, 1);
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level2 != "时效指标") continue;
    for (const Quantity& quantity : quantities_in(indicator.value)) {
      if (quantity.unit != "年" || quantity.value == year) continue;
      findings.add("form_year_wrong", Severity::error, form_name(form) + "·时效指标 " + indicator.level3,
                   indicator.line, "指标值" + indicator.value + "，预算年度为" + to_string(year) + "年。");
    }
  }
}

void check_against_lines(const BudgetDocument& document, const BudgetTable& table, BudgetFindings& findings) {
  const std::size_t project = *column_index(table.id, "项目支出");
  for (const BudgetRow& row : table.rows) {
    if (row.code.size() != 7) continue;
    Money forms;
    for (const BudgetForm& form : document.forms) {
      if (form.function == row.code) forms += money_of(form.fiscal);
    }
    findings.compare(FigureComparison{"forms_differ_from_line",
                                      Severity::error,
                                      "表2 " + row.code + " " + row.name + "·项目支出",
                                      row.line,
                                      "印作",
                                      money_of(row.cells[project]),
                                      "绩效目标表资金之和",
                                      forms,
                                      {}});
  }
}

void check_total(const BudgetDocument& document, BudgetFindings& findings) {
  const auto project = locate(document, "表2/合计/项目支出");
  if (!project) return;
  Money forms;
  for (const BudgetForm& form : document.forms) forms += money_of(form.fiscal);
  findings.compare(FigureComparison{"forms_differ_from_total",
                                    Severity::error,
                                    project->name,
                                    project->line,
                                    "印作",
                                    project->amount,
                                    "绩效目标表资金之和",
                                    forms,
                                    {}});
}

void check_mapping(const BudgetTable& table, const BudgetForm& form, BudgetFindings& findings) {
  if (find_row(table, form.function) != nullptr) return;
  findings.add("form_without_line", Severity::error, form_name(form), form.line,
               "对应的项级科目" + form.function + "不在表2中。");
}

}  // namespace

void check_forms(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetForm& form : document.forms) {
    check_funds(form, findings);
    check_cost(form, findings);
    check_head(document, form, findings);
    check_time(document, form, findings);
  }
  const BudgetTable* table = find_table(document, "表2");
  if (table == nullptr) return;
  for (const BudgetForm& form : document.forms) check_mapping(*table, form, findings);
  check_against_lines(document, *table, findings);
  check_total(document, findings);
}

}  // namespace disburse
