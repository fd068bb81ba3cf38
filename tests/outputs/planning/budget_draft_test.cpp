// A drafted budget in JSON: tables and working paper read back as they were; a row without its cells is refused.
#include "outputs/planning/budget_draft.hpp"

#include <gtest/gtest.h>

#include "engine/budget/adoption.hpp"
#include "engine/budget/official.hpp"
#include "outputs/text/json_reading.hpp"

namespace disburse {
namespace {

DraftedBudget drafted() {
  DraftedBudget made;
  made.document.title = "2025年部门预算";
  made.document.fiscal_year = made.paper.year = 2025;
  made.paper.scenario = "base";
  BudgetTable table;
  table.id = "表2";
  table.title = "支出预算表";
  table.headings = {"科目编码", "科目名称", "上年", "本年"};
  BudgetRow row;
  row.key = row.code = "2080507";
  row.name = "补助";
  row.depth = 2;
  row.printed_row = 4;
  row.cells = {"", "12.50"};
  table.rows = {row};
  made.document.tables = {table};
  PaperProject project;
  project.programme = "unity_award";
  project.name = "奖励";
  project.line = "2089999";
  project.change = ProjectChange::added;
  project.last_budget = Money::fen(1);
  project.projected = Money::fen(2);
  project.drafted = Money::fen(3);
  project.low = Money::fen(4);
  project.high = Money::fen(5);
  project.basis = "测算";
  project.rows = {{"普通", "人次", 110'935.5, Money::fen(6), 100.0, Money::fen(7)}};
  made.paper.projects = {project};
  made.paper.notes = {Message::verbatim("上年执行数按预算填列")};
  return made;
}

Json written() {
  return Json::parse(
      budget_draft_json(drafted(), {{"odd", Severity::note, "here"_m, "noted"_m}}, "disburse budget --year 2025"));
}

TEST(BudgetDraft, is_read_back_as_it_was) {
  const WrittenDraft read = budget_draft_from_json(written());
  EXPECT_EQ(read.command, "disburse budget --year 2025");
  EXPECT_EQ(read.budget.paper.year, 2025);
  ASSERT_EQ(read.budget.document.tables.size(), 1U);
  const BudgetRow& row = read.budget.document.tables[0].rows.at(0);
  EXPECT_EQ(row.cells, (std::vector<std::string>{"", "12.50"}));
  EXPECT_EQ(row.depth, 2);
  EXPECT_EQ(row.printed_row, 4);
  const PaperProject& project = read.budget.paper.projects.at(0);
  EXPECT_EQ(project.change, ProjectChange::added);
  EXPECT_EQ(project.last_budget, Money::fen(1));
  EXPECT_EQ(project.projected, Money::fen(2));
  EXPECT_EQ(project.drafted, Money::fen(3));
  EXPECT_EQ(project.low, Money::fen(4));
  EXPECT_EQ(project.high, Money::fen(5));
  EXPECT_EQ(project.rows.at(0).units, 110'935.5);
  EXPECT_EQ(project.rows.at(0).last_amount, Money::fen(7));
  ASSERT_EQ(read.findings.size(), 1U);
  EXPECT_EQ(read.findings[0].code, "odd");
}

TEST(BudgetDraft, tells_a_draft_from_a_budget_that_was_published) {
  EXPECT_FALSE(is_draft(budget_draft_from_json(written()).budget.document)) << "drafted() makes a plain document";
  DraftedBudget draft = drafted();
  draft.document.version = official::draft_version;
  draft.untied = {{"tables_differ", Severity::error, "table 3"_m, "100.00 more"_m}};
  const WrittenDraft read = budget_draft_from_json(Json::parse(budget_draft_json(draft, {}, "")));
  EXPECT_TRUE(is_draft(read.budget.document));
  EXPECT_EQ(read.budget.untied.size(), 1U);
  Json earlier = written();
  earlier.erase("draft");
  EXPECT_TRUE(is_draft(budget_draft_from_json(earlier).budget.document)) << "earlier versions wrote drafts alone";
}

TEST(BudgetDraft, names_a_change_of_the_projects_where_there_is_one) {
  EXPECT_TRUE(written().at("projects").at(0).contains("change"));
  DraftedBudget kept = drafted();
  kept.paper.projects[0].change = ProjectChange::kept;
  EXPECT_FALSE(Json::parse(budget_draft_json(kept, {}, "")).at("projects").at(0).contains("change"));
}

TEST(BudgetDraft, refuses_rows_that_have_no_cell_for_each_heading) {
  for (const Json& cells : {Json::array({"1"}), Json::array({"1", "2", "3", "4", "5"})}) {
    Json broken = written();
    broken["tables"][0]["rows"][0]["cells"] = cells;
    EXPECT_THROW(budget_draft_from_json(broken), UnsoundDocument) << cells.dump();
  }
}

}  // namespace
}  // namespace disburse
