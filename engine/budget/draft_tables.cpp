// The sums of a drafted budget's tables, made again from their leaves.
#include "engine/budget/draft_tables.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/budget/functional_tables.hpp"
#include "engine/budget/layout.hpp"
#include "engine/budget/official.hpp"

namespace disburse {
namespace {

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

// ---- tables 2 and 5

struct FunctionalRow {
  Money executed, basic, project;
};

void print(BudgetRow& row, const FunctionalRow& sums) {
  const Money whole = sums.basic + sums.project;
  const Money change = whole - sums.executed;
  row.cells = {printed_wan(sums.executed), printed_wan(whole),  printed_wan(sums.basic),
               printed_wan(sums.project),  printed_wan(change), per_cent_text(change, sums.executed)};
}

Money projects_of_line(const BudgetDocument& document, const std::string& code) {
  Money sum;
  for (const BudgetForm& form : document.forms) {
    if (form.function == code) sum += amount_of(form.total);
  }
  return sum;
}

void make_functional(BudgetDocument& draft, const char* id, const DraftFigures& figures) {
  BudgetTable& table = table_of(draft, id);
  std::vector<std::pair<std::size_t, FunctionalRow>> open;  // row and its sums: the whole, the class, the section
  // Table 5 may begin with its first class.
  const bool whole_first = id == std::string(official::table_2) || table.rows.front().code.empty();
  const auto digits_of = [&](std::size_t row) { return row == 0 && whole_first ? 0 : table.rows[row].code.size(); };
  const auto finish = [&](std::size_t digits) {
    while (!open.empty() && digits_of(open.back().first) >= digits) {
      print(table.rows[open.back().first], open.back().second);
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    if (i != 0) finish(row.code.size());
    if (digits_of(i) < item_digits) {
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
  BudgetTable& table = table_of(draft, official::table_3);
  if (table.rows.empty()) return;  // a document that prints no such table
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
  BudgetTable& table = table_of(draft, official::table_4);
  constexpr std::size_t block = 6;  // columns of a year
  std::vector<std::string>& cells = table.rows.front().cells;
  const TableLayout& layout = *find_layout(official::table_4);
  if (later_year) {
    for (std::size_t i = 0; i < block; ++i) {
      cells[i] = cells[2 * block + i];
      const Money* spent = find(figures.last_year_public, layout.columns[block + i]);
      cells[block + i] = spent != nullptr ? printed_wan(*spent) : cells[2 * block + i];
    }
  }
  for (const auto& [column, amount] : figures.public_budget) {
    const auto found = std::find(layout.columns.begin(), layout.columns.end(), column);
    if (found != layout.columns.end())
      cells[static_cast<std::size_t>(found - layout.columns.begin())] = printed_wan(amount);
  }
  for (std::size_t first = 0; first < cells.size(); first += block) {
    const auto at = [&](std::size_t i) { return amount_of(cells[first + i]); };
    const Money vehicles = at(3) + at(4);
    cells[first + 2] = printed_wan(vehicles);
    cells[first] = printed_wan(at(1) + vehicles + at(5));
  }
}

// ---- the tables of totals

/// The row of table 1 that a class of tables 2 and 5 has.
std::string class_key(const BudgetRow& row) { return official::class_rows + row.name; }

/// "A>B": the key of a row below another.
std::string below(const std::string& row, const std::string& part) { return row + ">" + part; }

/// What a cell prints; nothing where the table has no such row.
Money printed_at(const BudgetDocument& draft, const char* id, const std::string& key, const char* column) {
  const auto found = locate(draft, official::address(id, key, column));
  return found ? found->amount : Money{};
}

/// Money of the year by where it comes from.
struct Funds {
  Money general, fund;
  Money whole() const { return general + fund; }
};

/// Table 1: each class of table 2 under the general budget, each of table 5 under the funds.
void make_classes(BudgetDocument& draft) {
  using namespace official;
  std::map<std::string, Funds> classes;
  for (const BudgetTable* table : functional_tables(draft)) {
    const bool funds = table->id == table_5;
    for (const BudgetRow& row : table->rows) {
      if (row.code.size() != class_digits || row.code == none) continue;
      (funds ? classes[class_key(row)].fund : classes[class_key(row)].general) += amount_of(row.cells[1]);
    }
  }
  BudgetTable& expense = table_of(draft, table_1_expense);
  for (const auto& [key, money] : classes) {
    set(expense, key, subtotal, money.whole());
    set(expense, key, general_expense, money.general);
    if (money.fund != Money{} || has_fund_lines(draft)) set(expense, key, fund_expense, money.fund);
  }
}

void make_table_1(BudgetDocument& draft, const Funds& money, bool funds) {
  using namespace official;
  BudgetTable& income = table_of(draft, table_1_income);
  set(income, general_income_row, budgeted, money.general);
  for (const char* key : {income_heading, income_subtotal, income_total}) set(income, key, budgeted, money.whole());
  make_classes(draft);
  BudgetTable& expense = table_of(draft, table_1_expense);
  for (const char* key : {expense_heading, expense_subtotal, expense_total}) {
    set(expense, key, subtotal, money.whole());
    set(expense, key, general_expense, money.general);
    if (funds) set(expense, key, fund_expense, money.fund);
  }
  if (funds) set(income, fund_income_row, budgeted, money.fund);
}

/// Table 6's income of one fund: what came from above stays, the rest is the own level's.
void set_income(BudgetDocument& draft, const std::string& row, Money money) {
  using namespace official;
  const Money from_above = printed_at(draft, table_6_income, below(row, transferred), budgeted);
  BudgetTable& income = table_of(draft, table_6_income);
  set(income, row, budgeted, money);
  set(income, below(row, own_level), budgeted, money - std::min(money, from_above));
  if (from_above > money) set(income, below(row, transferred), budgeted, money);
}

/// The kind of expense that the last document prints: 行政支出 of an authority, 事业支出 of an institution.
const char* kind_of_expense(const BudgetDocument& draft) {
  using namespace official;
  const Money administrative = printed_at(draft, table_6_expense, administrative_expense, budgeted);
  const Money institutional = printed_at(draft, table_6_expense, institution_expense, budgeted);
  return administrative > institutional ? administrative_expense : institution_expense;
}

void make_totals(BudgetDocument& draft) {
  using namespace official;
  const bool funds = has_fund_lines(draft);
  const Funds money{amount_of(table_of(draft, table_2).rows.front().cells[1]),
                    funds ? sum_of_items(table_of(draft, table_5), subtotal) : Money{}};
  const char* kind = kind_of_expense(draft);
  make_table_1(draft, money, funds);
  BudgetTable& income = table_of(draft, table_6_income);
  for (const char* key : {appropriation_income, income_of_year, income_total})
    set(income, key, budgeted, money.whole());
  set_income(draft, below(appropriation_income, general_income), money.general);
  if (funds) set_income(draft, below(appropriation_income, fund_income), money.fund);
  BudgetTable& expense = table_of(draft, table_6_expense);
  const std::string appropriated = below(kind, appropriation_expense);
  for (const std::string& key :
       {std::string(kind), appropriated, std::string(expense_of_year), std::string(expense_total)})
    set(expense, key, budgeted, money.whole());
  set(expense, below(appropriated, general_expense), budgeted, money.general);
  if (funds) set(expense, below(appropriated, fund_expense), budgeted, money.fund);
  BudgetTable& by_source = table_of(draft, table_7);
  for (const char* column : {income_of_year, appropriation_subtotal})
    set(by_source, official::total, column, money.whole());
  set(by_source, official::total, general_income, money.general);
  if (funds) set(by_source, official::total, fund_income, money.fund);
  BudgetTable& by_kind = table_of(draft, table_8);
  for (const char* column : {expense_of_year, kind}) set(by_kind, official::total, column, money.whole());
}

}  // namespace

std::string per_cent_text(Money change, Money of) {
  if (of == Money{}) return "";
  const std::int64_t hundredths = rounded_quotient(Int128{change.fen()} * 10'000, of.fen(), Rounding::half_up);
  return yuan_text(Money::fen(hundredths));
}

void add_line(BudgetDocument& draft, const std::string& code, const std::map<std::string, std::string>& names) {
  BudgetTable& table = table_of(draft, official::table_2);
  const auto named = names.find(code);
  BudgetRow row;
  row.depth = code.size() == class_digits ? 0 : code.size() == section_digits ? 1 : 2;
  row.key = row.code = code;
  row.name = named == names.end() ? code : named->second;
  row.cells = {"0", "0", "0", "0", "0", ""};
  if (code.size() == class_digits)
    EXPECT(find_row(table_of(draft, official::table_1_expense), class_key(row)) != nullptr);
  const auto at =
      std::find_if(table.rows.begin() + 1, table.rows.end(), [&](const BudgetRow& other) { return other.code > code; });
  row.printed_row = static_cast<int>(at - table.rows.begin()) + 1;
  const auto added = table.rows.insert(at, std::move(row));
  for (auto later = added + 1; later != table.rows.end(); ++later) ++later->printed_row;
}

void make_tables(BudgetDocument& draft, const DraftFigures& figures, bool later_year) {
  make_functional(draft, official::table_2, figures);
  if (has_fund_lines(draft)) make_functional(draft, official::table_5, figures);
  make_table_3(draft, figures);
  make_table_4(draft, figures, later_year);
  make_totals(draft);
}

}  // namespace disburse
