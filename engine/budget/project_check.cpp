#include "engine/budget/project_check.hpp"

#include <algorithm>
#include <map>

#include "engine/budget/draft_tables.hpp"
#include "engine/budget/findings.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

Place place_of(const BudgetDocument& document, int line) { return {document.file, line, 1}; }

void check_form(const BudgetDocument& document, const BudgetForm& form, const std::vector<std::string>& programmes,
                InputErrors& errors) {
  if (std::find(programmes.begin(), programmes.end(), form.programme) == programmes.end()) {
    const std::string near = nearest_name(form.programme, programmes);
    errors.add(place_of(document, form.line), "programme", "{} is no programme"_m(form.programme),
               "a project without a programme can be neither projected nor compared"_m,
               near.empty()
                   ? "Write models/programmes/{}.toml, as scheme_administration.toml for what is spent as budgeted"_m(
                         form.programme)
                   : "Did you mean {}?"_m(near));
  }
  if (find_item_row(document, form.function) == nullptr) {
    errors.add(place_of(document, form.line), "line", "{} is no line of table 2 or table 5"_m(form.function),
               "the project's money would fall on no line"_m, "Write the code of the line that pays {}"_m(form.name));
  }
}

/// 项目支出 of every line against the forms that name it.
void check_sums(const BudgetDocument& document, const BudgetTable& functional, InputErrors& errors) {
  std::map<std::string, Money> sums;
  for (const BudgetForm& form : document.forms) sums[form.function] += printed_amount(form.total).value_or(Money{});
  const std::size_t column = *column_index(functional.id, official::project);
  for (const BudgetRow& row : functional.rows) {
    if (row.code.size() != item_digits) continue;
    const Money printed = printed_amount(row.cells[column]).value_or(Money{});
    if (sums[row.code] == printed) continue;
    errors.add(
        place_of(document, row.line), row.code,
        "its projects sum to {}, {} prints {}"_m(in_wan(sums[row.code]), table_name(functional.id), in_wan(printed)),
        "a line is compared by its projects"_m,
        "Correct total or line of its forms, or add a form for what is missing"_m);
  }
}

}  // namespace

void check_projects(const BudgetDocument& document, const KnownProgrammes& programmes, InputErrors& errors) {
  const BudgetTable& functional = *find_table(document, official::table_2);
  for (const BudgetForm& form : document.forms) check_form(document, form, programmes.ids, errors);
  for (const BudgetTable* table : functional_tables(document)) check_sums(document, *table, errors);
  const Money basic = budget_of(document).basic;
  if (basic != Money{} && !programmes.basic) {
    errors.add(place_of(document, functional.line), "table",
               "basic expenditure of {} is spent by no programme"_m(in_wan(basic)),
               "it is part of the budget's total"_m,
               "Write a programme with shape = \"planned_lines\", as models/programmes/basic_expenditure.toml"_m);
  }
}

}  // namespace disburse
