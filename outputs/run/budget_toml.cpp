#include "outputs/run/budget_toml.hpp"

#include <algorithm>
#include <map>

#include "engine/budget/layout.hpp"
#include "outputs/run/toml_text.hpp"
#include "outputs/text/messages.hpp"

namespace disburse {
namespace {

std::string indented(const BudgetRow& row) {
  std::string name;
  for (int level = 0; level < row.depth; ++level) name += "　";
  return name + row.name;
}

std::string plain_row(const BudgetRow& row, bool coded) {
  const std::string head =
      coded ? "code = " + toml_quoted(row.code) + ", name = " + toml_quoted(row.name) + ", " : std::string();
  return "  { " + head + "cells = " + toml_list(row.cells) + " },\n";
}

std::string plain_table(const BudgetTable& table, const TableLayout& layout) {
  std::string text = "headings = " + toml_list(table.headings) + "\nrows = [\n";
  for (const BudgetRow& row : table.rows) text += plain_row(row, layout.coded);
  return text + "]\n";
}

std::string side_of(const char* side, const BudgetRow& row) {
  std::vector<std::string> texts{indented(row)};
  texts.insert(texts.end(), row.cells.begin(), row.cells.end());
  return std::string(side) + " = " + toml_list(texts);
}

/// Income and expense that were printed in one row stand in one row.
std::string two_sides(const BudgetTable& income, const BudgetTable& expense) {
  std::map<int, std::string> rows;
  for (const BudgetRow& row : income.rows) rows[row.printed_row] = side_of("income", row);
  for (const BudgetRow& row : expense.rows) {
    std::string& text = rows[row.printed_row];
    text += (text.empty() ? "" : ", ") + side_of("expense", row);
  }
  std::string text = "income_headings = " + toml_list(income.headings) +
                     "\nexpense_headings = " + toml_list(expense.headings) + "\nrows = [\n";
  for (const auto& [number, row] : rows) text += "  { " + row + " },\n";
  return text + "]\n";
}

std::string tables_of(const BudgetDocument& document) {
  std::string text;
  for (std::size_t t = 0; t < document.tables.size(); ++t) {
    const BudgetTable& table = document.tables[t];
    const TableLayout& layout = *find_layout(table.id);
    text += "\n[[table]]\nnumber = " + std::to_string(layout.number) + "\n" + toml_line("title", table.title);
    const bool has_side =
        t + 1 < document.tables.size() && find_layout(document.tables[t + 1].id)->number == layout.number;
    text += has_side ? two_sides(table, document.tables[t + 1]) : plain_table(table, layout);
    if (has_side) ++t;
  }
  return text;
}

std::string form_block(const BudgetForm& form) {
  std::string text = "\n[[form]]\n" + toml_line("programme", form.programme) + toml_line("line", form.function) +
                     toml_line("name", form.name) + toml_line("department", form.department) +
                     toml_line("department_code", form.department_code) + toml_line("agency", form.agency) +
                     toml_line("attribute", form.attribute) + toml_line("period", form.period) +
                     toml_line("total", form.total) + toml_line_unless_empty("fiscal", form.fiscal) +
                     toml_line_unless_empty("other", form.other) + "goals = " + toml_list(form.goals) + "\n" +
                     toml_line("rating", form.rating) + "indicators = [\n";
  for (const BudgetIndicator& one : form.indicators) {
    text += "  { level1 = " + toml_quoted(one.level1) + ", level2 = " + toml_quoted(one.level2) +
            ", level3 = " + toml_quoted(one.level3) + ", value = " + toml_quoted(one.value) + " },\n";
  }
  text += "]\n";
  if (form.standards.empty()) return text;
  text += "standards = [\n";
  for (const BudgetStandard& one : form.standards) {
    const std::string persons = one.persons.empty() ? "" : ", persons = " + toml_quoted(one.persons);
    text += "  { unit = " + toml_quoted(one.unit) + ", yuan = " + toml_quoted(one.yuan) +
            ", payments = " + std::to_string(one.payments) + persons + " },\n";
  }
  return text + "]\n";
}

std::string list_unless_empty(const std::string& key, const std::vector<std::string>& texts) {
  return texts.empty() ? "" : key + " = " + toml_list(texts) + "\n";
}

std::string figure_block(const TextFigure& figure) {
  std::string text = "\n[[narrative.figures]]\n" + toml_line("key", figure.key) + toml_line("section", figure.section) +
                     toml_line("what", figure.what) + toml_line_unless_empty("amount", figure.amount) +
                     toml_line_unless_empty("change", figure.change) +
                     toml_line_unless_empty("percent", figure.percent) + toml_line_unless_empty("share", figure.share) +
                     toml_line_unless_empty("whole", figure.whole) + toml_line_unless_empty("count", figure.count) +
                     toml_line_unless_empty("period", figure.period) + toml_line_unless_empty("line", figure.function) +
                     toml_line_unless_empty("programme", figure.programme);
  if (figure.scope != TextScope::whole)
    text += toml_line("scope", figure.scope == TextScope::basic ? "basic" : "project");
  return text + list_unless_empty("equals", figure.equals) + list_unless_empty("change_equals", figure.change_equals) +
         toml_line_unless_empty("count_equals", figure.count_equals);
}

std::string tie_block(const BudgetTie& tie) {
  return "\n[[tie]]\n" + toml_line("code", tie.code) + toml_line("severity", to_string(tie.severity)) +
         "left = " + toml_list(tie.left) + "\nright = " + toml_list(tie.right) + "\n" +
         toml_line_unless_empty("explain", say(Language::zh, tie.explain)) +
         toml_line_unless_empty("explain_en", say(Language::en, tie.explain));
}

std::string remark_block(const BudgetRemark& remark) {
  return "\n[[remark]]\n" + toml_line("code", remark.code) + toml_line("place", remark.place) +
         toml_line("text", say(Language::zh, remark.text)) + toml_line("text_en", say(Language::en, remark.text));
}

}  // namespace

std::string budget_toml(const BudgetDocument& document) {
  std::string text = toml_line("schema", "disburse/budget/1") + toml_line("title", document.title) +
                     toml_line("agency", document.agency) + toml_line("unit_code", document.unit_code) +
                     "fiscal_year = " + std::to_string(document.fiscal_year) + "\n" +
                     toml_line("version", document.version) + toml_line("source", document.source);
  text += tables_of(document);
  for (const BudgetForm& form : document.forms) text += form_block(form);
  for (const TextFigure& figure : document.figures) text += figure_block(figure);
  for (const BudgetTie& tie : document.ties) text += tie_block(tie);
  for (const BudgetRemark& remark : document.remarks) text += remark_block(remark);
  return text;
}

}  // namespace disburse
