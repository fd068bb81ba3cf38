// The money and the head of the performance forms: against table 2, against the cost indicator, against the
// unit.
#include "engine/budget/findings.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "engine/budget/printed.hpp"

namespace disburse {
namespace {

Money money_of(const std::string& text) { return printed_amount(text).value_or(Money{}); }

void check_funds(const BudgetForm& form, BudgetFindings& findings) {
  findings.compare(FigureComparison{"form_funds_wrong", Severity::error, form_place(form, "whole money"_m), form.line,
                                    "printed is"_m, money_of(form.total), "budget and other funds together"_m,
                                    money_of(form.fiscal) + money_of(form.other), ""});
}

/// The first amount in yuan that a cost indicator prints is the form's whole money.
void check_cost(const BudgetForm& form, BudgetFindings& findings) {
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level2 != official::cost_indicator) continue;
    for (const Quantity& quantity : quantities_in(indicator.value)) {
      if (quantity.unit != official::yuan) continue;
      const Money printed = Money::yuan(1).times(quantity.value, Rounding::half_up);
      findings.compare(FigureComparison{
          "form_cost_differs", Severity::error, form_place(form, "cost indicator {}"_m(indicator.level3)),
          indicator.line, "the indicator says"_m, printed, "the whole money is"_m, money_of(form.total), ""});
      break;
    }
  }
}

void check_head(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  const std::string year = std::to_string(document.fiscal_year) + official::year;
  const auto wrong = [&](const Message& part, const std::string& printed, const Message& expected) {
    findings.add("form_head_wrong", Severity::error, form_place(form, part), form.line,
                 "printed is {}, which is not {}"_m(printed, expected));
  };
  if (form.agency != document.agency) wrong("agency"_m, form.agency, Message::verbatim(document.agency));
  if (form.period != year) wrong("project period"_m, form.period, Message::verbatim(year));
  if (!document.unit_code.starts_with(form.department_code)) {
    wrong("department code"_m, form.department_code, "the unit code {}"_m(document.unit_code));
  }
}

/// A time indicator that is a bare year must be the budget's year.
void check_time(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  const Rate year(document.fiscal_year, 1);
  for (const BudgetIndicator& indicator : form.indicators) {
    if (indicator.level2 != official::time_indicator) continue;
    for (const Quantity& quantity : quantities_in(indicator.value)) {
      if (quantity.unit != official::year || quantity.value == year) continue;
      findings.add("form_year_wrong", Severity::error, form_place(form, "time indicator {}"_m(indicator.level3)),
                   indicator.line, "the indicator says {}, the budget is of {}"_m(indicator.value, to_string(year)));
    }
  }
}

void check_against_lines(const BudgetDocument& document, const BudgetTable& table, BudgetFindings& findings) {
  const std::size_t project = *column_index(table.id, official::project);
  for (const BudgetRow& row : table.rows) {
    if (row.code.size() != 7) continue;
    Money forms;
    for (const BudgetForm& form : document.forms) {
      if (form.function == row.code) forms += money_of(form.fiscal);
    }
    findings.compare(
        FigureComparison{"forms_differ_from_line", Severity::error,
                         "{} {} {}, {}"_m(table_name(table.id), row.code, row.name, column_name(official::project)),
                         row.line, "printed is"_m, money_of(row.cells[project]), "the forms sum to"_m, forms, ""});
  }
}

void check_total(const BudgetDocument& document, BudgetFindings& findings) {
  const auto project = locate(document, official::address(official::table_2, official::total, official::project));
  if (!project) return;
  Money forms;
  for (const BudgetForm& form : document.forms) {
    if (find_row(*find_table(document, official::table_2), form.function) != nullptr) forms += money_of(form.fiscal);
  }
  findings.compare(FigureComparison{"forms_differ_from_total", Severity::error, project->name, project->line,
                                    "printed is"_m, project->amount, "the forms sum to"_m, forms, ""});
}

void check_mapping(const BudgetDocument& document, const BudgetForm& form, BudgetFindings& findings) {
  if (find_item_row(document, form.function) != nullptr) return;
  findings.add("form_without_line", Severity::error, form_place(form), form.line,
               "its functional code {} is neither in table 2 nor in table 5"_m(form.function));
}

}  // namespace

void check_forms(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetForm& form : document.forms) {
    check_funds(form, findings);
    check_cost(form, findings);
    check_head(document, form, findings);
    check_time(document, form, findings);
  }
  if (find_table(document, official::table_2) == nullptr) return;
  for (const BudgetForm& form : document.forms) check_mapping(document, form, findings);
  for (const BudgetTable* table : functional_tables(document)) check_against_lines(document, *table, findings);
  check_total(document, findings);
}

}  // namespace disburse
