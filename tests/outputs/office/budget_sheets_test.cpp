// The working paper's rows: where a project stands, so that table 2 can refer to what enters it.
#include "outputs/office/budget_sheets.hpp"

#include <gtest/gtest.h>

#include "outputs/office/budget_cells.hpp"
#include "tests/outputs/office/books.hpp"

namespace disburse {
namespace {

BudgetPaper paper() {
  BudgetPaper made;
  made.year = 2025;
  for (const char* name : {"甲", "乙", "丙"}) {
    PaperProject project;
    project.name = project.programme = name;
    project.line = "2080109";
    project.drafted = Money::yuan(10'000 * (static_cast<std::int64_t>(made.projects.size()) + 1));
    for (std::size_t row = 0; row <= made.projects.size(); ++row)
      project.rows.push_back({"部分" + std::to_string(row), "人次", 10.0, Money::yuan(1000), 0.0, {}});
    made.projects.push_back(project);
  }
  return made;
}

TEST(PaperSheet, has_each_project_and_its_drafted_amount_where_the_tables_look_for_them) {
  const BudgetPaper own = paper();
  const Spreadsheet book = written_book([&](const auto& scratch) {
    return workbook_bytes(scratch, "题",
                          [&](lxw_workbook* made, const WorkbookFormats& formats) { paper_sheet(made, own, formats); });
  });
  ASSERT_EQ(book.sheets.size(), 1U);
  EXPECT_EQ(book.sheets[0].name, paper_sheet_name);
  for (std::size_t p = 0; p < own.projects.size(); ++p) {
    const std::size_t row = paper_row_of(own, p);
    EXPECT_NE(text_at(book.sheets[0], row, 0).find(own.projects[p].name), std::string::npos) << p;
    const SheetCell* drafted = book.sheets[0].at(row, paper_drafted_column);
    ASSERT_NE(drafted, nullptr) << p;
    EXPECT_NEAR(drafted->number, static_cast<double>(p + 1), 1e-9) << "in 10,000 yuan";
  }
  EXPECT_LT(paper_row_of(own, 0), paper_row_of(own, 1));
}

}  // namespace
}  // namespace disburse
