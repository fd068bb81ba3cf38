#include "engine/budget/budget.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

constexpr std::size_t item_code_length = 7;      // 项
constexpr std::size_t economic_code_length = 5;  // 款 of the economic classification

template <typename Range, typename Test>
auto* first_where(const Range& range, Test test) {
  const auto found = std::find_if(range.begin(), range.end(), test);
  return found == range.end() ? nullptr : &*found;
}

Money cell(const BudgetTable& table, const BudgetRow& row, std::string_view column) {
  const auto index = column_index(table.id, column);
  EXPECT(index && *index < row.cells.size());
  const auto amount = printed_amount(row.cells[*index]);
  EXPECT(amount.has_value());
  return *amount;
}

void add_lines(const BudgetTable& table, Budget& budget) {
  for (const BudgetRow& row : table.rows) {
    if (row.code.size() != item_code_length) continue;
    BudgetLine line{row.code,
                    row.name,
                    cell(table, row, official::basic),
                    cell(table, row, official::project),
                    cell(table, row, whole_column(table)),
                    cell(table, row, official::executed)};
    budget.basic += line.basic;
    budget.project += line.project;
    budget.total += line.total;
    if (line.basic != Money{}) budget.basic_by_function.push_back({line.code, line.name, line.basic});
    budget.lines.push_back(std::move(line));
  }
}

void add_economic_items(const BudgetTable& table, Budget& budget) {
  for (const BudgetRow& row : table.rows) {
    if (row.code.size() != economic_code_length) continue;
    const Money amount = cell(table, row, official::total);
    if (amount != Money{}) budget.basic_by_economic.push_back({row.code, row.name, amount});
  }
}

}  // namespace

const BudgetTable* find_table(const BudgetDocument& document, std::string_view id) {
  return first_where(document.tables, [&](const BudgetTable& table) { return table.id == id; });
}

const BudgetRow* find_row(const BudgetTable& table, std::string_view key) {
  return first_where(table.rows, [&](const BudgetRow& row) { return row.key == key; });
}

const BudgetForm* find_form(const BudgetDocument& document, std::string_view programme) {
  return first_where(document.forms, [&](const BudgetForm& form) { return form.programme == programme; });
}

std::optional<Money> printed_amount(std::string_view text) { return text.empty() ? Money{} : parse_wan(text); }

const BudgetLine* Budget::find_line(std::string_view code) const {
  return first_where(lines, [&](const BudgetLine& one) { return one.code == code; });
}

const BudgetProject* Budget::find_project(std::string_view programme) const {
  return first_where(projects, [&](const BudgetProject& one) { return one.programme == programme; });
}

Budget budget_of(const BudgetDocument& document) {
  const BudgetTable* economic = find_table(document, official::table_3);
  EXPECT(find_table(document, official::table_2) != nullptr && economic != nullptr);
  Budget budget;
  budget.fiscal_year = document.fiscal_year;
  budget.version = document.version;
  for (const BudgetTable* table : functional_tables(document)) add_lines(*table, budget);
  add_economic_items(*economic, budget);
  for (const BudgetForm& form : document.forms) {
    const auto amount = printed_amount(form.total);
    EXPECT(amount.has_value());
    budget.projects.push_back({form.programme, form.name, form.function, *amount});
  }
  return budget;
}

}  // namespace disburse
