// Equalities between tables: those of the official forms, those that the document's file declares, and the
// classes.
#include "engine/budget/findings.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

void check_tie(const BudgetDocument& document, const BudgetTie& tie, BudgetFindings& findings) {
  const CellSum left = sum_of(document, tie.left);
  const CellSum right = sum_of(document, tie.right);
  const std::string& missing = left.missing.empty() ? right.missing : left.missing;
  if (!missing.empty()) {
    findings.add("cell_missing", Severity::error, Message::verbatim(missing), tie.line,
                 "the tables have no such cell to hold against others"_m);
    return;
  }
  const Message where = tie.left.size() == 1 || tie.right.size() > 1 ? left.name : right.name;
  const int line = where == left.name ? left.line : right.line;
  findings.compare(FigureComparison{tie.code, tie.severity, where, line, "{} is"_m(left.name), left.amount,
                                    "{} is"_m(right.name), right.amount, tie.explain});
}

const std::string classes = official::class_rows;

/// "（八）社会保障和就业支出" is row key "本年支出>社会保障和就业支出" here.
const BudgetRow* class_in_summary(const BudgetTable& summary, const std::string& name) {
  return find_row(summary, classes + name);
}

const BudgetRow* class_in_detail(const BudgetTable& detail, const std::string& name) {
  for (const BudgetRow& row : detail.rows) {
    if (row.code.size() == 3 && row.name == name) return &row;
  }
  return nullptr;
}

Money summary_amount(const BudgetRow& row) {
  return printed_amount(row.cells[*column_index(official::table_1_expense, official::general_expense)])
      .value_or(Money{});
}

/// Every class of table 1 against the class of the same name in table 2; one that is missing counts as zero.
void check_classes_of_summary(const BudgetTable& summary, const BudgetTable& detail, BudgetFindings& findings) {
  const std::size_t total = *column_index(official::table_2, official::total);
  for (const BudgetRow& row : summary.rows) {
    if (!row.key.starts_with(classes)) continue;
    const BudgetRow* match = class_in_detail(detail, row.key.substr(classes.size()));
    const Money there = match == nullptr ? Money{} : printed_amount(match->cells[total]).value_or(Money{});
    findings.compare(FigureComparison{
        "class_tables_differ", Severity::error, "{} {}"_m(table_name(official::table_1_expense), row.key), row.line,
        "table 1 prints"_m, summary_amount(row), "the class of this name in table 2 is"_m, there, ""});
  }
}

void check_classes_of_detail(const BudgetTable& summary, const BudgetTable& detail, BudgetFindings& findings) {
  for (const BudgetRow& row : detail.rows) {
    if (row.code.size() != 3 || class_in_summary(summary, row.name) != nullptr) continue;
    findings.add("class_missing_in_summary", Severity::error, "table 2 {} {}"_m(row.code, row.name), row.line,
                 "table 1 has no class of this name to hold it against"_m);
  }
}

/// Table 5 may lack a total row: its lines together are the government funds of table 1.
void check_government_funds(const BudgetDocument& document, BudgetFindings& findings) {
  const BudgetTable* table = find_table(document, official::table_5);
  const auto summary = locate(
      document, official::address(official::table_1_expense, official::expense_subtotal, official::fund_expense));
  if (table == nullptr || !summary) return;
  Money sum;
  for (const BudgetRow& row : table->rows) {
    if (row.code.size() == 7 || row.code == official::none) {
      sum += printed_amount(row.cells[*column_index(official::table_5, official::subtotal)]).value_or(Money{});
    }
  }
  findings.compare(FigureComparison{"tables_differ", Severity::error, "table 5, {}"_m(column_name(official::subtotal)),
                                    table->line, "the items of table 5 sum to"_m, sum, "{} is"_m(summary->name),
                                    summary->amount, ""});
}

}  // namespace

void check_ties(const BudgetDocument& document, BudgetFindings& findings) {
  for (const BudgetTie& tie : official_ties()) check_tie(document, tie, findings);
  const BudgetTable* summary = find_table(document, official::table_1_expense);
  const BudgetTable* detail = find_table(document, official::table_2);
  if (summary != nullptr && detail != nullptr) {
    check_classes_of_summary(*summary, *detail, findings);
    check_classes_of_detail(*summary, *detail, findings);
  }
  check_government_funds(document, findings);
  for (const BudgetTie& tie : document.ties) check_tie(document, tie, findings);
}

}  // namespace disburse
