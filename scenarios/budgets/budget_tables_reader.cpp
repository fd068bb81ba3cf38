#include "scenarios/budgets/budget_tables_reader.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/budget/layout.hpp"
#include "engine/budget/printed.hpp"

namespace disburse {
namespace {

const std::string indent = "　";  // one full-width space per level
const std::string no_code = "无";
constexpr Money largest_amount = Money::yuan(1'000'000'000'000);
constexpr std::size_t longest_percent = 14;

/// "（八）社会保障和就业支出", "一、行政支出", "其中：财政拨款支出" without what stands before the name.
std::string bare_name(std::string name) {
  static const std::vector<std::pair<std::string, std::string>> prefixes = {{"（", "）"}, {"", "、"}, {"其中：", ""}};
  static const std::string numerals = "一二三四五六七八九十0123456789";
  for (const auto& [open, close] : prefixes) {
    if (close.empty()) {
      if (name.starts_with(open)) return name.substr(open.size());
      continue;
    }
    const auto end = name.find(close);
    if (!name.starts_with(open) || end == std::string::npos || end < open.size()) continue;
    const std::string number = name.substr(open.size(), end - open.size());
    const bool ordinal = number.size() <= 9 && number.find_first_not_of(numerals) == std::string::npos;
    if (ordinal && !number.empty()) return name.substr(end + close.size());
  }
  return name;
}

void check_cell(TomlTable& row, const std::string& key, const std::string& column, const std::string& text) {
  const PrintedCellKind kind = cell_kind(column);
  if (kind == PrintedCellKind::percent) {
    require_percent(row, key, column, text);
  } else {
    require_amount(row, key, column, text, kind == PrintedCellKind::signed_amount);
  }
}

void check_cells(TomlTable& row, const std::string& key, const TableLayout& layout, const BudgetRow& read) {
  if (read.cells.size() != layout.columns.size()) {
    row.reject(key, "has {} cells"_m(read.cells.size()),
               "{} has {} columns of figures"_m(layout.id, layout.columns.size()),
               "Write one text per column, \"\" for a blank"_m);
    return;
  }
  for (std::size_t i = 0; i < read.cells.size(); ++i) check_cell(row, key, layout.columns[i], read.cells[i]);
}

/// Rows that cannot be used any further get blank cells, so that nothing later reads beyond them.
void finish_row(TomlTable& row, const std::string& key, const TableLayout& layout, BudgetRow& read) {
  check_cells(row, key, layout, read);
  read.cells.resize(layout.columns.size());
}

// ---- tables with codes: 2, 3, 5 ---------------------------------------------------------------------

bool code_fits(const TableLayout& layout, const std::string& code) {
  if (layout.number == 5 && code == no_code) return true;
  if (!all_digits(code)) return false;
  const std::size_t n = code.size();
  return n == 3 || n == 5 || (n == 7 && layout.number != 3);
}

void name_coded_row(TomlTable& row, const TableLayout& layout, const std::string& unit_code, BudgetRow& read) {
  if (layout.number == 2 && read.code == unit_code) {
    read.key = "合计";
  } else if (layout.number != 2 && read.code.empty()) {
    read.key = read.name;
  } else {
    read.key = read.code;
    read.depth = read.code.size() < 3 ? 0 : static_cast<int>(read.code.size() - 3) / 2;
    if (code_fits(layout, read.code)) return;
    row.reject("code", "\"{}\" is no code of {}"_m(read.code, layout.id), "codes have 3, 5 or 7 digits"_m,
               "Correct the code"_m);
  }
}

BudgetRow read_plain_row(TomlTable row, const TableLayout& layout, const std::string& unit_code) {
  BudgetRow read;
  read.line = row.place().line;
  read.key = "合计";
  if (layout.coded) {
    read.code = row.optional_text("code").value_or("");
    read.name = row.text("name");
    name_coded_row(row, layout, unit_code, read);
  }
  read.cells = row.texts("cells");
  finish_row(row, "cells", layout, read);
  row.finish();
  return read;
}

/// The same key twice would make every sum count one of them.
void check_unique(TomlTable& table, const BudgetTable& read) {
  std::map<std::string, int> first;
  for (const BudgetRow& row : read.rows) {
    if (row.key == no_code) continue;
    const auto [earlier, added] = first.emplace(row.key, row.line);
    if (added) continue;
    table.errors().add({table.place().file, row.line, 0}, "table.rows", "{} has {} twice"_m(read.id, row.key),
                       "line {} has it already"_m(earlier->second), "Remove one or correct its code"_m);
  }
}

void read_headings(TomlTable& table, const std::string& key, std::size_t wanted, BudgetTable& read) {
  read.headings = table.texts(key);
  if (read.headings.size() == wanted) return;
  table.reject(key, "has {} headings"_m(read.headings.size()), "{} has {} printed columns"_m(read.id, wanted),
               "Write one heading per printed column"_m);
}

BudgetTable read_plain(TomlTable& table, const TableLayout& layout, const std::string& title,
                       const std::string& unit_code) {
  BudgetTable read{layout.id, table.place().line, title, {}, {}};
  read_headings(table, "headings", layout.columns.size() + (layout.coded ? 2 : 0), read);
  for (TomlTable& row : table.tables("rows")) {
    read.rows.push_back(read_plain_row(row, layout, unit_code));
    read.rows.back().printed_row = static_cast<int>(read.rows.size());
  }
  check_unique(table, read);
  return read;
}

// ---- tables with income beside expense: 1, 6 --------------------------------------------------------

/// Strips the indent and counts its levels.
int take_depth(std::string& name) {
  int depth = 0;
  while (name.starts_with(indent)) {
    name.erase(0, indent.size());
    ++depth;
  }
  return depth;
}

std::string path_of(std::vector<std::string>& path, int depth, const std::string& name) {
  path.resize(std::min(path.size(), static_cast<std::size_t>(depth)));
  path.push_back(bare_name(name));
  std::string key;
  for (const std::string& part : path) key += (key.empty() ? "" : ">") + part;
  return key;
}

BudgetTable read_side(TomlTable& table, std::vector<TomlTable>& rows, const TableLayout& layout,
                      const std::string& side, const std::string& title) {
  BudgetTable read{layout.id, table.place().line, title, {}, {}};
  read_headings(table, side + "_headings", layout.columns.size() + 1, read);
  std::vector<std::string> path;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::string> texts = rows[i].texts(side);
    if (texts.empty()) continue;
    BudgetRow row;
    row.line = rows[i].place().line;
    row.printed_row = static_cast<int>(i) + 1;
    row.name = texts.front();
    row.depth = take_depth(row.name);
    row.key = path_of(path, row.depth, row.name);
    row.cells.assign(texts.begin() + 1, texts.end());
    finish_row(rows[i], side, layout, row);
    read.rows.push_back(std::move(row));
  }
  check_unique(table, read);
  return read;
}

void read_two_sides(TomlTable& table, const std::vector<const TableLayout*>& layouts, const std::string& title,
                    std::vector<BudgetTable>& tables) {
  std::vector<TomlTable> rows = table.tables("rows");
  tables.push_back(read_side(table, rows, *layouts[0], "income", title));
  tables.push_back(read_side(table, rows, *layouts[1], "expense", title));
  for (TomlTable& row : rows) row.finish();
}

std::vector<const TableLayout*> layouts_of(std::int64_t number) {
  std::vector<const TableLayout*> found;
  for (const TableLayout& layout : budget_layouts()) {
    if (layout.number == number) found.push_back(&layout);
  }
  return found;
}

void read_table(TomlTable& table, const std::string& unit_code, std::set<std::int64_t>& seen,
                std::vector<BudgetTable>& tables) {
  const std::int64_t number = table.integer("number");
  const std::string title = table.text("title");
  const auto layouts = layouts_of(number);
  if (layouts.empty()) {
    table.reject("number", "is no table of figures"_m, "the official tables are 1 to 8, the forms are [[form]]"_m,
                 "Write 1 to 8"_m);
    return;
  }
  if (!seen.insert(number).second) {
    table.reject("number", "table {} stands here twice"_m(number), "each table is printed once"_m, "Remove one"_m);
    return;
  }
  if (layouts.size() == 2) {
    read_two_sides(table, layouts, title, tables);
  } else {
    tables.push_back(read_plain(table, *layouts.front(), title, unit_code));
  }
  table.finish();
}

}  // namespace

bool all_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void require_amount(TomlTable& table, const std::string& key, const std::string& what, const std::string& text,
                    bool may_be_negative) {
  if (text.empty()) return;
  const auto amount = parse_wan(text);
  if (!amount) {
    table.reject(key, "{} \"{}\" is no amount in units of 10,000 yuan"_m(what, text),
                 "amounts are decimal texts, exact to the fen"_m, "Write it as \"12345.67\""_m);
  } else if (*amount < Money{} && !may_be_negative) {
    table.reject(key, "{} \"{}\" is negative"_m(what, text), "an appropriation cannot be negative"_m,
                 "Remove the sign"_m);
  } else if (*amount > largest_amount || *amount < -largest_amount) {
    table.reject(key, "{} \"{}\" is too large"_m(what, text), "no department has a million million yuan"_m,
                 "Write the amount in units of 10,000 yuan"_m);
  }
}

void require_percent(TomlTable& table, const std::string& key, const std::string& what, const std::string& text) {
  if (text.empty()) return;
  const auto percent = Rate::parse(text);
  const bool decimal = percent && text.find('/') == std::string::npos && decimals_of(text) <= 2;
  if (decimal && text.size() <= longest_percent) return;
  table.reject(key, "{} \"{}\" is no percentage"_m(what, text), "percentages are decimals with at most two places"_m,
               "Write it as \"12.34\", without the sign"_m);
}

std::vector<BudgetTable> read_budget_tables(TomlTable& root, const std::string& unit_code) {
  std::vector<BudgetTable> tables;
  std::set<std::int64_t> seen;
  for (TomlTable& table : root.tables("table")) read_table(table, unit_code, seen, tables);
  for (const TableLayout& layout : budget_layouts()) {
    if (!seen.insert(layout.number).second) continue;
    root.errors().add(root.place(), "table", "table {} is missing"_m(layout.number),
                      "a department budget has all of its tables, empty ones too"_m,
                      "Add [[table]] with number = {}"_m(layout.number));
  }
  return tables;
}

}  // namespace disburse
