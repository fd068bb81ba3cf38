// The sums of a drafted budget's tables, made again from their leaves.
#include "engine/budget_draft_tables.hpp"

#include <algorithm>
#include <vector>

#include "engine/budget_layout.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

constexpr std::size_t class_digits = 3;
constexpr std::size_t item_digits = 7;
constexpr std::size_t economic_digits = 5;

Money amount_of(const std::string& text) { return printed_amount(text).value_or(Money{}); }

const Money* find(const std::map<std::string, Money>& amounts, const std::string& key) {
  const auto found = amounts.find(key);
  return found == amounts.end() ? nullptr : &found->second;
}

BudgetTable& table_of(BudgetDocument& document, const char* id) {
  const auto found = std::find_if(document.tables.begin(), document.tables.end(),
                                  [&](const BudgetTable& table) { return table.id == id; });
  EXPECT(found != document.tables.end());
  return *found;
}

/// Sets the cell where the table prints one.
void set(BudgetTable& table, const std::string& key, const char* column, Money amount) {
  const auto index = column_index(table.id, column);
  EXPECT(index.has_value());
  for (BudgetRow& row : table.rows) {
    if (row.key == key && !row.cells[*index].empty()) row.cells[*index] = printed_wan(amount);
  }
}

// ---- table 2

struct FunctionalRow {
  Money executed, basic, project;
};

std::string percent(Money change, Money of) {
  if (of == Money{}) return "";
  const std::int64_t hundredths = rounded_quotient(Int128{change.fen()} * 10'000, of.fen(), Rounding::half_up);
  return yuan_text(Money::fen(hundredths));
}

void print(BudgetRow& row, const FunctionalRow& sums) {
  const Money whole = sums.basic + sums.project;
  const Money change = whole - sums.executed;
  row.cells = {printed_wan(sums.executed), printed_wan(whole),  printed_wan(sums.basic),
               printed_wan(sums.project),  printed_wan(change), percent(change, sums.executed)};
}

Money projects_of_line(const BudgetDocument& document, const std::string& code) {
  Money sum;
  for (const BudgetForm& form : document.forms) {
    if (form.function == code) sum += amount_of(form.total);
  }
  return sum;
}

void make_table_2(BudgetDocument& draft, const DraftFigures& figures) {
  BudgetTable& table = table_of(draft, "表2");
  std::vector<std::pair<std::size_t, FunctionalRow>> open;  // row and its sums: the whole, the class, the section
  const auto finish = [&](std::size_t digits) {
    while (!open.empty() && (open.back().first == 0 ? 0 : table.rows[open.back().first].code.size()) >= digits) {
      print(table.rows[open.back().first], open.back().second);
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    if (i != 0) finish(row.code.size());
    if (i == 0 || row.code.size() < item_digits) {
      open.push_back({i, {}});
      continue;
    }
    const Money* basic = find(figures.basic, row.code);
    const Money* executed = find(figures.executed, row.code);
    const FunctionalRow leaf{to_printed(executed != nullptr ? *executed : amount_of(row.cells[0])),
                             to_printed(basic != nullptr ? *basic : amount_of(row.cells[2])),
                             projects_of_line(draft, row.code)};
    print(row, leaf);
    for (auto& [parent, sums] : open) {
      sums.executed += leaf.executed;
      sums.basic += leaf.basic;
      sums.project += leaf.project;
    }
  }
  finish(0);
}

// ---- table 3

void make_table_3(BudgetDocument& draft, const DraftFigures& figures) {
  BudgetTable& table = table_of(draft, "表3");
  struct Sums {
    Money personnel, running;
  };
  Sums whole;
  Sums group;
  BudgetRow* head = nullptr;
  const auto print_row = [](BudgetRow& row, const Sums& sums) {
    row.cells = {printed_wan(sums.personnel + sums.running), printed_wan(sums.personnel), printed_wan(sums.running)};
  };
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    if (row.code.size() == class_digits) {
      if (head != nullptr) print_row(*head, group);
      head = &row;
      group = {};
      continue;
    }
    EXPECT(row.code.size() == economic_digits);
    Sums leaf{amount_of(row.cells[1]), amount_of(row.cells[2])};
    if (const Money* given = find(figures.economic, row.code)) {
      const bool running = row.code.starts_with("302") || row.code.starts_with("310");
      leaf = running ? Sums{{}, to_printed(*given)} : Sums{to_printed(*given), {}};
    }
    print_row(row, leaf);
    for (Sums* sum : {&whole, &group}) {
      sum->personnel += leaf.personnel;
      sum->running += leaf.running;
    }
  }
  if (head != nullptr) print_row(*head, group);
  print_row(table.rows.front(), whole);
}

// ---- table 4

void make_table_4(BudgetDocument& draft, const DraftFigures& figures, bool later_year) {
  BudgetTable& table = table_of(draft, "表4");
  constexpr std::size_t block = 6;  // columns of a year
  std::vector<std::string>& cells = table.rows.front().cells;
  const TableLayout& layout = *find_layout("表4");
  if (later_year) {
    for (std::size_t i = 0; i < block; ++i) {
      cells[i] = cells[2 * block + i];
      const Money* spent = find(figures.last_year_public, layout.columns[block + i]);
      cells[block + i] = spent != nullptr ? printed_wan(*spent) : cells[2 * block + i];
    }
  }
  for (std::size_t first = 0; first < cells.size(); first += block) {
    const auto at = [&](std::size_t i) { return amount_of(cells[first + i]); };
    const Money vehicles = at(3) + at(4);
    cells[first + 2] = printed_wan(vehicles);
    cells[first] = printed_wan(at(1) + vehicles + at(5));
  }
}

// ---- the tables of totals

void make_totals(BudgetDocument& draft) {
  const BudgetTable& functional = table_of(draft, "表2");
  const Money total = amount_of(functional.rows.front().cells[1]);
  BudgetTable& income = table_of(draft, "表1收入");
  for (const char* key : {"本年收入>一般公共预算财政拨款收入", "本年收入小计", "收入总计"}) {
    set(income, key, "预算数", total);
  }
  BudgetTable& expense = table_of(draft, "表1支出");
  for (const BudgetRow& row : functional.rows) {
    if (row.code.size() != class_digits) continue;
    for (const char* column : {"小计", "一般公共预算财政拨款支出"}) {
      set(expense, "本年支出>" + row.name, column, amount_of(row.cells[1]));
    }
  }
  for (const char* key : {"本年支出小计", "支出总计"}) {
    for (const char* column : {"小计", "一般公共预算财政拨款支出"}) set(expense, key, column, total);
  }
  BudgetTable& all_income = table_of(draft, "表6收入");
  for (const char* key : {"财政拨款预算收入", "财政拨款预算收入>一般公共预算财政拨款收入",
                          "财政拨款预算收入>一般公共预算财政拨款收入>本级安排", "本年收入合计", "收入总计"}) {
    set(all_income, key, "预算数", total);
  }
  BudgetTable& all_expense = table_of(draft, "表6支出");
  for (const char* key : {"事业支出", "事业支出>财政拨款支出", "事业支出>财政拨款支出>一般公共预算财政拨款支出",
                          "本年支出合计", "支出总计"}) {
    set(all_expense, key, "预算数", total);
  }
  BudgetTable& by_source = table_of(draft, "表7");
  for (const char* column : {"本年收入合计", "财政拨款小计", "一般公共预算财政拨款收入"}) {
    set(by_source, "合计", column, total);
  }
  BudgetTable& by_kind = table_of(draft, "表8");
  for (const char* column : {"本年支出合计", "事业支出"}) set(by_kind, "合计", column, total);
}

}  // namespace

void make_tables(BudgetDocument& draft, const DraftFigures& figures, bool later_year) {
  make_table_2(draft, figures);
  make_table_3(draft, figures);
  make_table_4(draft, figures, later_year);
  make_totals(draft);
}

}  // namespace disburse
