// The department budget as a workbook: a sheet for each table, also for one without rows, and the working paper.
#include "outputs/office/budget_workbook.hpp"

#include <gtest/gtest.h>

#include "scenarios/budgets/budget_reader.hpp"
#include "support/places.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

BudgetDocument document() { return read_budget(city_dir() / "budgets" / "2024.toml"); }

Spreadsheet book_of(const BudgetDocument& of, const BudgetPaper& paper = {}) {
  return written_book([&](const auto& scratch) { return budget_workbook(scratch, of, paper, {}, {}); });
}

const Sheet* sheet(const Spreadsheet& book, const std::string& name) {
  for (const Sheet& one : book.sheets) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

TEST(BudgetWorkbook, has_a_sheet_for_each_table_and_form_and_the_working_paper) {
  const BudgetDocument city = document();
  const Spreadsheet book = book_of(city);
  for (const char* name : {"表一", "表二", "表三", "表四", "表五", "表六", "表七", "表八", "测算依据"})
    EXPECT_NE(sheet(book, name), nullptr) << name;
  EXPECT_EQ(book.sheets.size(), 9 + city.forms.size());
  // Title, unit line, two rows of headings; then the whole of table 2 with its printed total.
  const Sheet& functional = *sheet(book, "表二");
  const BudgetTable& printed = *find_table(city, "表2");
  EXPECT_EQ(text_at(functional, 0, 0), printed.title);
  EXPECT_NE(text_at(functional, 1, 0).find("单位：万元"), std::string::npos);
  for (std::size_t r = 0; r < printed.rows.size(); ++r) {
    EXPECT_EQ(text_at(functional, 4 + r, 0), printed.rows[r].code) << r;
    const SheetCell* total = functional.at(4 + r, 3);
    ASSERT_NE(total, nullptr) << r;
    EXPECT_NEAR(total->number * 1e6, static_cast<double>(printed_amount(printed.rows[r].cells[1])->fen()), 0.5) << r;
  }
}

TEST(BudgetWorkbook, keeps_the_sheet_of_a_table_without_rows) {
  for (const char* id : {"表3", "表5"}) {
    BudgetDocument bare = document();
    for (BudgetTable& table : bare.tables) {
      if (table.id == id) table.rows.clear();
    }
    const Spreadsheet book = book_of(bare);
    const Sheet* empty = sheet(book, id == std::string("表3") ? "表三" : "表五");
    ASSERT_NE(empty, nullptr) << id;
    EXPECT_FALSE(text_at(*empty, 2, 0).empty()) << id << ": its headings stand";
  }
}

TEST(BudgetWorkbook, puts_each_project_into_the_working_paper) {
  BudgetPaper paper;
  PaperProject project;
  project.programme = "cards";
  project.name = "制卡";
  project.line = "2080109";
  project.drafted = Money::yuan(305'000);
  project.rows = {{"制卡", "张", 5000.0, Money::yuan(305'000), 0.0, {}}};
  paper.projects = {project};
  const Sheet page = *sheet(book_of(document(), paper), "测算依据");
  bool named = false, amount = false;
  for (const SheetCell& cell : page.cells) {
    named = named || cell.text.find("制卡") != std::string::npos;
    amount = amount || std::abs(cell.number - 30.5) < 1e-9;
  }
  EXPECT_TRUE(named && amount);
}

}  // namespace
}  // namespace disburse
