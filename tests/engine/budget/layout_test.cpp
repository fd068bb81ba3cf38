// The official layout: every relation names columns of its table, and addresses find what they name.
#include "engine/budget/layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

BudgetDocument document() { return read_budget(city_dir() / "budgets" / "2024.toml"); }

TEST(Layout, relations_are_between_columns_of_the_table) {
  ASSERT_EQ(budget_layouts().size(), 10u);  // eight tables, two of them with two sides
  for (const TableLayout& layout : budget_layouts()) {
    const std::set<std::string> columns(layout.columns.begin(), layout.columns.end());
    EXPECT_EQ(columns.size(), layout.columns.size()) << layout.id;
    for (const ColumnRelation& relation : layout.relations) {
      EXPECT_TRUE(columns.contains(relation.result)) << layout.id << " " << relation.result;
      EXPECT_GE(relation.parts.size(), 2u);
      for (const std::string& part : relation.parts) EXPECT_TRUE(columns.contains(part)) << layout.id << " " << part;
    }
  }
}

TEST(Layout, every_official_tie_finds_its_cells) {
  const BudgetDocument read = document();
  for (const BudgetTie& tie : official_ties()) {
    for (const auto* side : {&tie.left, &tie.right}) {
      for (const std::string& address : *side) EXPECT_TRUE(locate(read, address)) << address;
    }
  }
}

TEST(Layout, addresses_find_cells_forms_and_figures_of_the_text) {
  const BudgetDocument read = document();
  EXPECT_EQ(locate(read, "表2/2080506/合计")->amount, 48'840'100.00_yuan);
  EXPECT_EQ(locate(read, "-表2/2080506/合计")->amount, 48'840'100.00_yuan);
  EXPECT_EQ(locate(read, "表9/unity_award/资金总额")->amount, 60'780'000.00_yuan);
  for (const char* nothing : {"表2/2080506/没有", "表2/9999999/合计", "表12/合计/合计", "文/没有", "表2", ""})
    EXPECT_FALSE(locate(read, nothing)) << nothing;
}

TEST(Layout, changes_may_be_negative_and_percentages_are_no_amounts) {
  EXPECT_EQ(cell_kind("增减额"), PrintedCellKind::signed_amount);
  EXPECT_EQ(cell_kind("增减%"), PrintedCellKind::percent);
  EXPECT_EQ(cell_kind("合计"), PrintedCellKind::amount);
}

}  // namespace
}  // namespace disburse
