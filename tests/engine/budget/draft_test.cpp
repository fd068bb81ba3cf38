// The draft for the document's own year is the document, but for its printed faults; a later year ties.
#include "engine/budget/draft.hpp"

#include <gtest/gtest.h>

#include "engine/budget/check.hpp"
#include "engine/budget/layout.hpp"
#include "outputs/text/messages.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

const BudgetDocument& published() {
  static const BudgetDocument document = read_budget(city_dir() / "budgets" / "2024.toml");
  return document;
}

DraftFigures figures_of(int year) {
  DraftFigures figures;
  figures.year = year;
  return figures;
}

const BudgetRow& row(const BudgetDocument& document, const char* table, const char* key) {
  return *find_row(*find_table(document, table), key);
}

TEST(BudgetDraft, the_documents_own_year_comes_out_cell_by_cell_but_for_its_printed_faults) {
  const BudgetDocument draft = draft_budget(published(), figures_of(2024));
  std::vector<std::string> different;
  ASSERT_EQ(draft.tables.size(), published().tables.size());
  int cells = 0;
  for (std::size_t t = 0; t < draft.tables.size(); ++t) {
    const BudgetTable& before = published().tables[t];
    const BudgetTable& after = draft.tables[t];
    ASSERT_EQ(after.rows.size(), before.rows.size()) << before.id;
    for (std::size_t r = 0; r < before.rows.size(); ++r) {
      for (std::size_t c = 0; c < before.rows[r].cells.size(); ++c, ++cells) {
        const std::string& was = before.rows[r].cells[c];
        const std::string& is = after.rows[r].cells[c];
        const bool same = was.empty() ? is.empty() : printed_amount(was) == printed_amount(is);
        if (!same)
          different.push_back(before.id + "/" + before.rows[r].key + "/" + std::to_string(c) + ": " + was + " / " + is);
      }
    }
  }
  EXPECT_GT(cells, 500);
  // The vehicles' sub-total is printed 2.9 twice; its parts are 0 and 2.75.
  EXPECT_EQ(different, (std::vector<std::string>{"表4/合计/2: 2.9 / 2.75", "表4/合计/14: 2.9 / 2.75"}));
}

TEST(BudgetDraft, a_later_year_takes_the_projects_and_ties) {
  DraftFigures figures = figures_of(2025);
  figures.projects["civil_service_pension"] = 205'524'512.34_yuan;  // 20,552.45
  figures.executed["2080507"] = 193'839'900.00_yuan;
  figures.executed["2082602"] = 23'623'700.00_yuan;
  const BudgetDocument draft = draft_budget(published(), figures);
  EXPECT_EQ(row(draft, "表2", "2080507").cells,
            (std::vector<std::string>{"19383.99", "20552.45", "0", "20552.45", "1168.46", "6.03"}));
  // 24,939.63 of the section with 552.45 more
  EXPECT_EQ(row(draft, "表2", "20805").cells[1], "25492.08");
  EXPECT_EQ(row(draft, "表2", "合计").cells[1], "37907.98");
  EXPECT_EQ(row(draft, "表7", "合计").cells[0], "37907.98");
  EXPECT_EQ(row(draft, "表4", "合计").cells[0], "2.90") << "this year's budget became last year's";
  EXPECT_NE(find_table(draft, "表2")->headings[3].find("2025年预算数"), std::string::npos);
  EXPECT_NE(find_table(draft, "表2")->headings[2].find("2024年执行数"), std::string::npos);
  for (const Finding& finding : check(draft)) {
    EXPECT_TRUE(finding.severity != Severity::error || finding.code == "code_outside_parent" ||
                say(Language::zh, finding.message).find("201") != std::string::npos ||
                say(Language::zh, finding.message).find("期间") != std::string::npos)
        << english(finding.where) << " " << english(finding.message);
  }
}

TEST(BudgetDraft, a_percentage_is_blank_where_last_year_spent_nothing) {
  const BudgetDocument draft = draft_budget(published(), figures_of(2024));
  EXPECT_EQ(row(draft, "表2", "2080507").cells[5], "");
  EXPECT_EQ(row(draft, "表2", "2080506").cells[5], "13700.54");
}

TEST(BudgetDraft, basic_expenditure_can_be_entered_by_function_and_by_economic_class) {
  DraftFigures figures = figures_of(2025);
  figures.basic["2210201"] = 300'000.00_yuan;
  figures.economic["30113"] = 300'000.00_yuan;
  const BudgetDocument draft = draft_budget(published(), figures);
  EXPECT_EQ(row(draft, "表2", "2210201").cells[2], "30.00");
  EXPECT_EQ(row(draft, "表3", "30113").cells, (std::vector<std::string>{"30.00", "30.00", "0"}));
  EXPECT_EQ(row(draft, "表3", "总计").cells[0], row(draft, "表2", "合计").cells[2]);
}

TEST(BudgetDraft, prints_ten_thousands_with_two_decimals) {
  EXPECT_EQ(printed_wan(193'839'949.99_yuan), "19383.99");
  EXPECT_EQ(printed_wan(193'839'950.00_yuan), "19384.00");
  EXPECT_EQ(printed_wan(Money{}), "0");
  EXPECT_EQ(printed_wan(-1'000'000.00_yuan), "-100.00");
}

}  // namespace
}  // namespace disburse
