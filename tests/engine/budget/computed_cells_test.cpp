// Cells that are sums of others: the official tables' totals all are, and a change of any entered cell leaves the
// document as sound as it was.
#include "engine/budget/computed_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "engine/budget/check.hpp"
#include "engine/budget/draft.hpp"
#include "engine/budget/draft_tables.hpp"
#include "engine/budget/layout.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

BudgetDocument published() { return read_budget(city_dir() / "budgets" / "2024.toml"); }

BudgetDocument drafted() {
  DraftFigures figures;
  figures.year = 2025;
  return draft_budget(published(), figures);
}

std::string& text_at(BudgetDocument& document, const TableCell& cell) {
  return document.tables[cell.table].rows[cell.row].cells[cell.column];
}

std::string two_decimals(Money amount) {
  return std::to_string(amount.fen() / 1'000'000) + "." +
         std::to_string(amount.fen() % 1'000'000 / 10'000 + 100).substr(1);
}

/// Computes every cell anew from its parts, as a spreadsheet does.
void recompute(BudgetDocument& document, const std::vector<ComputedCell>& cells) {
  for (const ComputedCell& one : cells) {
    std::vector<Money> parts;
    for (const TableCell& part : one.parts) parts.push_back(printed_amount(text_at(document, part)).value());
    std::string& text = text_at(document, one.cell);
    if (one.rule == ComputedCell::Rule::per_cent) {
      text = per_cent_text(parts[0], parts[1]);
      continue;
    }
    Money sum = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) sum += one.rule == ComputedCell::Rule::less ? -parts[i] : parts[i];
    const bool negative = sum < Money{};
    text = (negative ? "-" : "") + two_decimals(negative ? -sum : sum);
  }
}

std::multiset<std::string> sum_faults(const BudgetDocument& document) {
  const std::set<std::string> sums = {"children_sum_wrong", "row_sum_wrong", "subtotal_wrong", "tables_differ",
                                      "class_tables_differ"};
  std::multiset<std::string> codes;
  for (const Finding& finding : check(document)) {
    if (sums.contains(finding.code) && finding.severity == Severity::error) codes.insert(finding.code);
  }
  return codes;
}

bool is_computed(const std::vector<ComputedCell>& cells, const BudgetDocument& document, const std::string& table,
                 const std::string& key, const std::string& column) {
  return std::any_of(cells.begin(), cells.end(), [&](const ComputedCell& one) {
    const BudgetTable& its = document.tables[one.cell.table];
    return its.id == table && its.rows[one.cell.row].key == key && *column_index(table, column) == one.cell.column;
  });
}

TEST(ComputedCells, every_total_of_the_official_tables_is_one) {
  const BudgetDocument document = published();
  const auto cells = computed_cells(document);
  for (const auto& [table, key, column] : std::vector<std::array<const char*, 3>>{
           {"表1收入", "本年收入>一般公共预算财政拨款收入", "预算数"},
           {"表1收入", "本年收入小计", "预算数"},
           {"表1收入", "收入总计", "预算数"},
           {"表1支出", "本年支出>社会保障和就业支出", "小计"},
           {"表1支出", "本年支出>住房保障支出", "一般公共预算财政拨款支出"},
           {"表1支出", "支出总计", "小计"},
           {"表2", "合计", "合计"},
           {"表2", "208", "项目支出"},
           {"表2", "2080506", "合计"},
           {"表2", "20805", "增减额"},
           {"表3", "总计", "合计"},
           {"表4", "合计", "本年预算·合计"},
           {"表6收入", "收入总计", "预算数"},
           {"表6收入", "财政拨款预算收入>一般公共预算财政拨款收入>本级安排", "预算数"},
           {"表6支出", "事业支出", "预算数"},
           {"表6支出", "支出总计", "预算数"},
           {"表7", "合计", "本年收入合计"},
           {"表8", "合计", "事业支出"}}) {
    EXPECT_TRUE(is_computed(cells, document, table, key, column)) << table << "/" << key << "/" << column;
  }
  // What an office enters stays a number.
  EXPECT_FALSE(is_computed(cells, document, "表2", "2080109", "基本支出"));
  EXPECT_FALSE(is_computed(cells, document, "表3", "30101", "人员支出"));
  // 2.9 printed for 0 + 2.75: a fault of the document is no formula.
  EXPECT_FALSE(is_computed(cells, document, "表4", "合计", "本年预算·公务用车小计"));
}

TEST(ComputedCells, computed_anew_give_what_is_printed) {
  for (const BudgetDocument& document : {published(), drafted()}) {
    BudgetDocument again = document;
    const auto cells = computed_cells(document);
    EXPECT_GT(cells.size(), 100u);
    recompute(again, cells);
    for (const ComputedCell& one : cells) {
      BudgetDocument before = document;
      EXPECT_EQ(printed_amount(text_at(again, one.cell)), printed_amount(text_at(before, one.cell)));
    }
  }
}

TEST(ComputedCells, parts_stand_before_wholes_and_no_cell_is_made_twice) {
  std::set<TableCell> computed, seen;
  const auto cells = computed_cells(published());
  for (const ComputedCell& one : cells) computed.insert(one.cell);
  EXPECT_EQ(computed.size(), cells.size());
  for (const ComputedCell& one : cells) {
    for (const TableCell& part : one.parts) EXPECT_TRUE(!computed.contains(part) || seen.contains(part));
    seen.insert(one.cell);
  }
}

TEST(ComputedCells, a_change_of_any_entered_leaf_of_table_2_keeps_the_draft_sound) {
  const BudgetDocument draft = drafted();
  const auto cells = computed_cells(draft);
  const auto before = sum_faults(draft);
  const std::size_t table = 2;
  ASSERT_EQ(draft.tables[table].id, "表2");
  for (std::size_t row = 0; row < draft.tables[table].rows.size(); ++row) {
    if (draft.tables[table].rows[row].code.size() != item_digits) continue;
    for (const std::size_t column : {*column_index("表2", "基本支出"), *column_index("表2", "项目支出")}) {
      BudgetDocument changed = draft;
      std::string& leaf = text_at(changed, {table, row, column});
      leaf = two_decimals(*printed_amount(leaf) + 10'000.00_yuan);
      recompute(changed, cells);
      auto after = sum_faults(changed);
      // Table 3 is the basic expenditure by another view: it has entries of its own.
      if (column == *column_index("表2", "基本支出")) after.erase("tables_differ");
      EXPECT_EQ(after, before) << draft.tables[table].rows[row].code;
      EXPECT_EQ(*printed_amount(find_row(changed.tables[1], "支出总计")->cells[0]),
                *printed_amount(find_row(draft.tables[1], "支出总计")->cells[0]) + 10'000.00_yuan);
    }
  }
}

}  // namespace
}  // namespace disburse
