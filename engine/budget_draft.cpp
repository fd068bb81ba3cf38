#include "engine/budget_draft.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "engine/budget_layout.hpp"
#include "engine/error.hpp"

namespace disburse {
namespace {

constexpr Money printed_unit = Money::fen(10'000);  // 0.01 万元
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

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
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

/// "20000万元" of an indicator becomes the new amount.
void print_amount(BudgetForm& form, const std::string& was) {
  for (BudgetIndicator& indicator : form.indicators) {
    const std::string old = was + "万元";
    const std::size_t at = indicator.value.find(old);
    const bool whole_number =
        at == 0 || (at != std::string::npos && !std::isdigit(static_cast<unsigned char>(indicator.value[at - 1])));
    if (at != std::string::npos && whole_number) indicator.value.replace(at, old.size(), form.total + "万元");
  }
}

void say(BudgetDocument& draft, const IndicatorText& text) {
  for (BudgetForm& form : draft.forms) {
    if (form.programme != text.programme) continue;
    const auto found = std::find_if(form.indicators.begin(), form.indicators.end(),
                                    [&](const BudgetIndicator& one) { return one.level3 == text.level3; });
    EXPECT(found != form.indicators.end());
    if (text.drop) {
      form.indicators.erase(found);
      return;
    }
    found->value = text.value;
    if (!text.new_level3.empty()) found->level3 = text.new_level3;
  }
}

/// Codes of table 2 that the rows below them do not start with are printed faults: the children decide.
void mend_codes(BudgetDocument& draft) {
  BudgetTable& table = table_of(draft, "表2");
  for (std::size_t i = 1; i + 1 < table.rows.size(); ++i) {
    BudgetRow& row = table.rows[i];
    const std::string& below = table.rows[i + 1].code;
    if (below.size() <= row.code.size() || below.starts_with(row.code)) continue;
    const std::string mended = below.substr(0, row.code.size());
    draft.remarks.push_back(
        {0, "code_mended", "表2/" + mended,
         "上年文件" + row.name + "的编码 " + row.code + " 与下级 " + below + " 不符，本表已改为 " + mended + "。"});
    if (row.key == row.code) row.key = mended;
    row.code = mended;
  }
}

void move_on(BudgetDocument& draft, int year) {
  const std::string was = std::to_string(draft.fiscal_year);
  const std::string before = std::to_string(draft.fiscal_year - 1);
  const auto later = [&](std::string& text) {
    replace_all(text, was, "\x01");
    replace_all(text, before, was);
    replace_all(text, "\x01", std::to_string(year));
  };
  for (BudgetTable& table : draft.tables) {
    for (std::string& heading : table.headings) later(heading);
  }
  for (BudgetForm& form : draft.forms) {
    later(form.period);
    for (BudgetIndicator& indicator : form.indicators) {
      if (indicator.value == was + "年") indicator.value = std::to_string(year) + "年";
    }
  }
  replace_all(draft.title, was, std::to_string(year));
  draft.fiscal_year = year;
  draft.version = "预算草案";
  draft.source = "由上年文件的版式和本程序的测算数生成";
  draft.figures.clear();
  draft.remarks.clear();
  draft.ties.clear();
  mend_codes(draft);
}

}  // namespace

Money to_printed(Money amount) {
  return printed_unit * rounded_quotient(amount.fen(), printed_unit.fen(), Rounding::half_up);
}

std::string printed_wan(Money amount) {
  const Money rounded = to_printed(amount);
  if (rounded == Money{}) return "0";
  return yuan_text(Money::fen(rounded.fen() / printed_unit.fen()));
}

BudgetDocument draft_budget(const BudgetDocument& last, const DraftFigures& figures) {
  BudgetDocument draft = last;
  const bool later_year = figures.year != last.fiscal_year;
  if (later_year) move_on(draft, figures.year);
  for (BudgetForm& form : draft.forms) {
    const Money* amount = find(figures.projects, form.programme);
    if (amount == nullptr) continue;
    const std::string was = form.total;
    form.total = printed_wan(*amount);
    form.fiscal = form.total;
    print_amount(form, was);
  }
  for (const IndicatorText& text : figures.indicators) say(draft, text);
  make_table_2(draft, figures);
  make_table_3(draft, figures);
  make_table_4(draft, figures, later_year);
  make_totals(draft);
  return draft;
}

}  // namespace disburse
