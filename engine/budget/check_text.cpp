// The figures of the explanatory text: against the tables and forms, and their percentages.
#include <algorithm>

#include "engine/budget/findings.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "engine/budget/printed.hpp"

namespace disburse {
namespace {

Money money_of(const std::string& text) { return printed_amount(text).value_or(Money{}); }

bool report_missing(const TextFigure& figure, const CellSum& sum, BudgetFindings& findings) {
  if (sum.missing.empty()) return false;
  findings.add("cell_missing", Severity::error, figure_place(figure), figure.line,
               "there is no cell {} to hold it against"_m(sum.missing));
  return true;
}

void check_amount(const BudgetDocument& document, const TextFigure& figure, BudgetFindings& findings) {
  if (figure.equals.empty()) return;
  const CellSum sum = sum_of(document, figure.equals);
  if (report_missing(figure, sum, findings)) return;
  findings.compare(FigureComparison{"text_differs_from_table", Severity::error, figure_place(figure), figure.line,
                                    "the text says"_m, money_of(figure.amount), "{} is"_m(sum.name), sum.amount, ""});
}

// ---- the change over last year ----------------------------------------------------------------------

Money last_year(const TextFigure& figure) { return money_of(figure.amount) - money_of(figure.change); }

/// The table's row of a sentence about project money, when the row has basic money too.
const BudgetRow* mixed_row(const BudgetDocument& document, const TextFigure& figure) {
  if (figure.scope != TextScope::project) return nullptr;
  const BudgetTable* table = find_table(document, official::table_2);
  const BudgetRow* row = table == nullptr ? nullptr : find_row(*table, figure.function);
  if (row == nullptr) return nullptr;
  const bool mixed = money_of(row->cells[*column_index(official::table_2, official::basic)]) != Money{};
  const Money executed = money_of(row->cells[*column_index(official::table_2, official::executed)]);
  return mixed && executed >= last_year(figure) ? row : nullptr;
}

/// The table's change is that of the whole line, the sentence's that of its project part: both can be right.
void add_scope_note(const TextFigure& figure, const BudgetRow& row, const CellSum& sum, BudgetFindings& findings) {
  const Money basic = money_of(row.cells[*column_index(official::table_2, official::basic)]);
  const Money basic_before =
      money_of(row.cells[*column_index(official::table_2, official::executed)]) - last_year(figure);
  findings.add(
      "text_scope_differs", Severity::note, figure_place(figure), figure.line,
      "the increase of the text, {}, is of project money alone, {} {} has basic money too; they differ by {}, as "
      "basic money rises from {} to {}: this is no error"_m(
          in_wan(money_of(figure.change)), sum.name, in_wan(sum.amount), in_wan(sum.amount - money_of(figure.change)),
          in_wan(basic_before), in_wan(basic)));
}

void check_change(const BudgetDocument& document, const TextFigure& figure, BudgetFindings& findings) {
  if (figure.change_equals.empty()) return;
  const CellSum sum = sum_of(document, figure.change_equals);
  if (report_missing(figure, sum, findings)) return;
  const bool against_table =
      figure.change_equals.front() == official::address(official::table_2, figure.function, official::change);
  const BudgetRow* row = against_table ? mixed_row(document, figure) : nullptr;
  if (row != nullptr && sum.amount != money_of(figure.change)) return add_scope_note(figure, *row, sum, findings);
  findings.compare(FigureComparison{"text_differs_from_table", Severity::error, figure_place(figure, "change"_m),
                                    figure.line, "the change of the text is"_m, money_of(figure.change),
                                    "{} is"_m(sum.name), sum.amount, ""});
}

void check_growth(const TextFigure& figure, BudgetFindings& findings) {
  if (figure.percent.empty()) return;
  const Money before = last_year(figure);
  const Message where = figure_place(figure, "growth"_m);
  if (before > Money{}) {
    findings.compare(PercentClaim{where, figure.line, figure.percent, money_of(figure.change), before});
    return;
  }
  if (money_of(figure.change) == Money{} && Rate::parse(figure.percent) == Rate{}) return;
  findings.add("growth_from_zero", Severity::warning, where, figure.line,
               "the year before is {}: growth is undefined, the text says {}% and a change of {}"_m(
                   in_wan(before), figure.percent, in_wan(money_of(figure.change))));
}

void check_share(const BudgetDocument& document, const TextFigure& figure, BudgetFindings& findings) {
  if (figure.share.empty()) return;
  const CellSum whole = sum_of(document, {figure.whole});
  if (report_missing(figure, whole, findings) || whole.amount <= Money{}) return;
  findings.compare(
      PercentClaim{figure_place(figure, "share"_m), figure.line, figure.share, money_of(figure.amount), whole.amount});
}

// ---- counts -----------------------------------------------------------------------------------------

const BudgetIndicator* indicator_at(const BudgetDocument& document, const std::string& address) {
  for (const BudgetForm& form : document.forms) {
    for (const BudgetIndicator& indicator : form.indicators) {
      if (official::address(official::table_9, form.programme, indicator.level3) == address) return &indicator;
    }
  }
  return nullptr;
}

void check_count(const BudgetDocument& document, const TextFigure& figure, BudgetFindings& findings) {
  if (figure.count_equals.empty()) return;
  const BudgetIndicator* indicator = indicator_at(document, figure.count_equals);
  const auto printed = quantities_in(figure.count);
  const auto there = indicator == nullptr ? std::vector<Quantity>{} : quantities_in(indicator->value);
  if (!printed.empty() && std::find(there.begin(), there.end(), printed.front()) != there.end()) return;
  findings.add("text_differs_from_form", Severity::error, figure_place(figure), figure.line,
               indicator == nullptr ? "the text says {}, the form has no such indicator"_m(figure.count)
                                    : "the text says {}, the form has {}"_m(figure.count, indicator->value));
}

}  // namespace

void check_text(const BudgetDocument& document, BudgetFindings& findings) {
  for (const TextFigure& figure : document.figures) {
    check_amount(document, figure, findings);
    check_change(document, figure, findings);
    check_growth(figure, findings);
    check_share(document, figure, findings);
    check_count(document, figure, findings);
  }
}

// ---- last year's split into basic and project, which only the text allows to be found -------------------

namespace {

const TextFigure* project_sentence(const BudgetDocument& document, const std::string& code) {
  for (const TextFigure& figure : document.figures) {
    if (figure.scope == TextScope::project && figure.function == code && !figure.change.empty()) return &figure;
  }
  return nullptr;
}

/// Sum over the lines of what the text says was last year's project money; empty when a line has no sentence.
std::optional<Money> project_last_year(const BudgetDocument& document, const BudgetTable& table) {
  Money sum;
  for (const BudgetRow& row : table.rows) {
    if (row.code.size() != 7 || money_of(row.cells[*column_index(official::table_2, official::project)]) == Money{})
      continue;
    const TextFigure* figure = project_sentence(document, row.code);
    if (figure == nullptr) return std::nullopt;
    sum += last_year(*figure);
  }
  return sum;
}

}  // namespace

void check_last_year(const BudgetDocument& document, BudgetFindings& findings) {
  const BudgetTable* table = find_table(document, official::table_2);
  const auto executed = locate(document, official::address(official::table_2, official::total, official::executed));
  if (table == nullptr || !executed) return;
  const auto project = project_last_year(document, *table);
  if (!project) return;
  for (const TextFigure& figure : document.figures) {
    if (figure.scope != TextScope::basic || figure.change.empty()) continue;
    const Money basic = last_year(figure);
    findings.compare(
        FigureComparison{"last_year_differs", Severity::error, figure_place(figure, "year before"_m), figure.line,
                         "last year's basic money by the text is"_m, basic,
                         "what was spent last year less the text's project money is"_m, executed->amount - *project,
                         "last year's project money is {} by its items and {} by the total less basic money"_m(
                             in_wan(*project), in_wan(executed->amount - basic))});
  }
}

}  // namespace disburse
