#include "scenarios/published/filled_workbook.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"
#include "scenarios/published/published_words.hpp"

namespace disburse {
namespace {

using Columns = std::map<std::string, std::size_t>;

/// Empty where the line is not that of the headings.
Columns columns_in(const PublishedLine& line) {
  Columns columns;
  for (std::size_t at = 0; at < line.words.size(); ++at) columns.emplace(line.words[at], at);
  return columns.contains(project_columns::name) && columns.contains(project_columns::amount) ? columns : Columns();
}

Money money_in(const std::string& cell) { return printed_amount(cell).value_or(Money{}); }

std::string plain_wan(Money money) {
  std::string text = wan_text(money);
  std::erase(text, ',');
  return text;
}

bool has_money(const BudgetRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return money_in(cell) != Money{}; });
}

/// The rows right below: of 208 the 款, or the 项 where a 款 was left out; of the whole the 类.
std::vector<const BudgetRow*> parts_of(const BudgetTable& table, const BudgetRow& row) {
  const bool whole = row.code.empty() || row.key == official::total || row.key == official::grand_total;
  std::size_t nearest = 0;
  for (const BudgetRow& one : table.rows) {
    const bool below =
        whole ? is_code(one.code) && &one != &row : one.code.size() > row.code.size() && one.code.starts_with(row.code);
    if (below && has_money(one) && (nearest == 0 || one.code.size() < nearest)) nearest = one.code.size();
  }
  std::vector<const BudgetRow*> parts;
  for (const BudgetRow& one : table.rows) {
    const bool below = (whole && &one != &row) || one.code.starts_with(row.code);
    if (nearest != 0 && below && one.code.size() == nearest) parts.push_back(&one);
  }
  return parts;
}

void sum_rows(BudgetTable& table, const std::vector<std::size_t>& money, std::size_t total,
              const std::vector<std::size_t>& parts) {
  for (BudgetRow& row : table.rows) {
    Money sum;
    for (const std::size_t part : parts) sum += money_in(row.cells[part]);
    if (money_in(row.cells[total]) == Money{} && sum != Money{}) row.cells[total] = plain_wan(sum);
  }
  constexpr std::size_t item = 7, group = 5, whole = 0;
  for (const std::size_t digits : {item, group, std::size_t{3}, whole}) {
    for (BudgetRow& row : table.rows) {
      const bool of_level = digits == whole ? !is_code(row.code) : row.code.size() == digits;
      if (!of_level || has_money(row)) continue;
      const std::vector<const BudgetRow*> below = parts_of(table, row);
      for (const std::size_t column : money) {
        Money sum;
        for (const BudgetRow* part : below) sum += money_in(part->cells[column]);
        if (!below.empty()) row.cells[column] = plain_wan(sum);
      }
    }
  }
}

}  // namespace

std::vector<BudgetForm> read_project_list(const std::vector<PublishedLine>& lines, std::vector<ReadingNote>& notes,
                                          std::vector<FactPlace>& places) {
  std::vector<BudgetForm> forms;
  Columns columns;
  for (const PublishedLine& line : lines) {
    if (columns.empty()) {
      columns = columns_in(line);
      continue;
    }
    const auto cell = [&](const char* heading) -> std::string {
      const auto at = columns.find(heading);
      return at == columns.end() || at->second >= line.words.size() ? "" : line.words[at->second];
    };
    const std::string name = cell(project_columns::name);
    if (!name.empty()) {
      const auto amount = amount_of(cell(project_columns::amount));
      if (!amount) {
        notes.push_back({line.place, "project {}: no money was found"_m(name)});
        continue;
      }
      BudgetForm& form = forms.emplace_back();
      form.name = name;
      form.function = cell(project_columns::line);
      form.total = form.fiscal = *amount;
      places.push_back({"表9/" + name, name, line.place});
    }
    if (cell(project_columns::indicator).empty() || forms.empty()) continue;
    forms.back().indicators.push_back(
        {line.place.line, "产出指标", "数量指标", cell(project_columns::indicator), cell(project_columns::value)});
  }
  return forms;
}

void sum_blank_rows(PublishedTables& tables) {
  for (BudgetTable& table : tables.tables) {
    const bool functions = table.id == official::table_2;
    if (!functions && table.id != official::table_3) continue;
    const auto whole =
        std::find_if(table.rows.begin(), table.rows.end(), [](const BudgetRow& row) { return !is_code(row.code); });
    if (whole == table.rows.end() || has_money(*whole)) continue;
    if (functions) {
      sum_rows(table, {0, 1, 2, 3}, 1, {2, 3});
      constexpr std::size_t last = 0, total = 1, growth = 4;  // the growth is not asked for
      for (BudgetRow& row : table.rows)
        row.cells[growth] = plain_wan(money_in(row.cells[total]) - money_in(row.cells[last]));
    } else {
      sum_rows(table, {0, 1, 2}, 0, {1, 2});
    }
    tables.notes.push_back(whole_note("{}: sums that were left blank are computed"_m(table.id), Reading::usual));
  }
}

}  // namespace disburse
