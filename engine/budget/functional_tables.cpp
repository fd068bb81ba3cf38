#include "engine/budget/functional_tables.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/budget/draft_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

bool is_item(const BudgetRow& row) {
  return row.code.size() == item_digits && row.code.front() >= '0' && row.code.front() <= '9';
}

}  // namespace

std::vector<const BudgetTable*> functional_tables(const BudgetDocument& document) {
  std::vector<const BudgetTable*> tables;
  for (const char* id : {official::table_2, official::table_5}) {
    if (const BudgetTable* table = find_table(document, id)) tables.push_back(table);
  }
  return tables;
}

const BudgetRow* find_item_row(const BudgetDocument& document, std::string_view code) {
  for (const BudgetTable* table : functional_tables(document)) {
    const BudgetRow* row = find_row(*table, code);
    if (row != nullptr && is_item(*row)) return row;
  }
  return nullptr;
}

bool has_fund_lines(const BudgetDocument& document) {
  const BudgetTable* funds = find_table(document, official::table_5);
  return funds != nullptr && std::any_of(funds->rows.begin(), funds->rows.end(), is_item);
}

const char* whole_column(const BudgetTable& table) {
  return table.id == official::table_5 ? official::subtotal : official::total;
}

Money sum_of_items(const BudgetTable& table, std::string_view column) {
  const auto index = column_index(table.id, column);
  EXPECT(index.has_value());
  Money sum;
  for (const BudgetRow& row : table.rows) {
    if (is_item(row)) sum += printed_amount(row.cells[*index]).value_or(Money{});
  }
  return sum;
}

}  // namespace disburse
