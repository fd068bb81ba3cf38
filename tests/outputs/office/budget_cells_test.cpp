// Where a budget's cells stand in its workbook, and what their formulas refer to.
#include "outputs/office/budget_cells.hpp"

#include <gtest/gtest.h>

#include "engine/budget/draft.hpp"
#include "engine/budget/layout.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"

namespace disburse {
namespace {

const BudgetDocument& document() {
  static const BudgetDocument read = read_budget(city_dir() / "budgets" / "2024.toml");
  return read;
}

TableCell cell(const char* table, const char* key, const char* column) {
  for (std::size_t t = 0; t < document().tables.size(); ++t) {
    if (document().tables[t].id != table) continue;
    for (std::size_t r = 0; r < document().tables[t].rows.size(); ++r) {
      if (document().tables[t].rows[r].key == key) return {t, r, *column_index(table, column)};
    }
  }
  throw std::out_of_range(key);
}

std::string name_of(const BookCell& place) { return reference_to(place, ""); }

TEST(BookCells, are_named_as_spreadsheets_do) {
  EXPECT_EQ(reference_to({"表二", 4, 4}, "表二"), "E5");
  EXPECT_EQ(reference_to({"表二", 4, 4}, "表一"), "'表二'!E5");
  EXPECT_EQ(reference_to({"表七", 0, 25}, "表七"), "Z1");
  EXPECT_EQ(reference_to({"表七", 0, 26}, "表七"), "AA1");
  EXPECT_EQ(reference_to({"表七", 0, 701}, "表七"), "ZZ1");
}

TEST(Headings, take_as_many_rows_as_the_deepest_has_parts) {
  EXPECT_EQ(heading_parts("2024年预算数/合计"), (std::vector<std::string>{"2024年预算数", "合计"}));
  EXPECT_EQ(heading_levels({"科目", "预算/小计/其中"}), 3u);
  EXPECT_EQ(heading_levels({"科目"}), 1u);
}

TEST(BookCells, stand_below_title_unit_and_headings) {
  const BudgetPaper nothing;
  const BudgetCells cells(document(), nothing);
  // Table 2: title, unit, two rows of headings; code and name before the figures. The whole unit's total is D5.
  EXPECT_EQ(name_of(cells.place(cell("表2", "合计", "合计"))), "'表二'!D5");
  // Table 1: expenditure stands behind the two columns of income, names and one more column.
  const BookCell expense = cells.place(cell("表1支出", "支出总计", "小计"));
  const BookCell income = cells.place(cell("表1收入", "收入总计", "预算数"));
  EXPECT_EQ(expense.sheet, "表一");
  EXPECT_EQ(expense.row, income.row);
  EXPECT_EQ(income.column, 1u);
  EXPECT_EQ(expense.column, 3u);
  // Tables without names begin at the first column.
  EXPECT_EQ(cells.place(cell("表7", "合计", "本年收入合计")).column, 0u);
}

TEST(FormMoney, is_the_lines_own_where_it_has_one_project_and_the_papers_otherwise) {
  BudgetPaper paper;
  const auto add = [&](const char* programme, const char* line, Money amount) {
    PaperProject project;
    project.programme = programme;
    project.line = line;
    project.drafted = amount;
    paper.projects.push_back(std::move(project));
  };
  add("resident_pension", "2082602", 24'000'000.00_yuan);
  add("unity_award", "2089999", 60'780'000.00_yuan);
  add("heating_allowance", "2089999", 35'250'000.00_yuan);
  const BudgetCells cells(document(), paper);
  const auto resident = cells.money_of(*find_form(document(), "resident_pension"));
  ASSERT_TRUE(resident);
  EXPECT_EQ(resident->sheet, "表二");
  const auto award = cells.money_of(*find_form(document(), "unity_award"));
  ASSERT_TRUE(award);
  EXPECT_EQ(name_of(*award), "'测算依据'!F5");  // the second project, none has rows of its own
  paper.projects[1].drafted = 1.00_yuan;
  EXPECT_FALSE(BudgetCells(document(), paper).money_of(*find_form(document(), "unity_award")));
}

}  // namespace
}  // namespace disburse
