// disburse budget and the table of parameters, as a planner uses them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/budget/budget.hpp"
#include "engine/support/files.hpp"
#include "engine/support/xlsx_reader.hpp"
#include "engine/support/zip_archive.hpp"
#include "engine/support/zip_reader.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "support/city.hpp"
#include "support/program.hpp"
#include "support/workbook.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const Sheet& sheet(const Spreadsheet& book, const std::string& name) {
  for (const Sheet& one : book.sheets) {
    if (one.name == name) return one;
  }
  throw std::runtime_error("no sheet " + name);
}

/// The row of a sheet whose first cell says `name`.
std::size_t row_of(const Sheet& sheet, const std::string& name) {
  for (const SheetCell& cell : sheet.cells) {
    if (cell.column == 0 && cell.text == name) return cell.row;
  }
  throw std::runtime_error("no row " + name + " in " + sheet.name);
}

TEST(BudgetCommand, its_own_year_reproduces_the_published_tables_but_for_the_printed_faults) {
  const ScratchFolder folder;
  const Ran ran = folder.run("budget --year 2024 --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const BudgetDocument published = read_budget(city_dir() / "budgets" / "2024.toml");
  const json draft = json::parse(ran.out);
  ASSERT_EQ(draft.at("tables").size(), published.tables.size());
  std::vector<std::string> different;
  for (std::size_t t = 0; t < published.tables.size(); ++t) {
    for (std::size_t r = 0; r < published.tables[t].rows.size(); ++r) {
      const BudgetRow& printed = published.tables[t].rows[r];
      const json& drafted = draft.at("tables")[t].at("rows")[r];
      EXPECT_EQ(drafted.at("code"), printed.code);
      for (std::size_t c = 0; c < printed.cells.size(); ++c) {
        const std::string now = drafted.at("cells")[c];
        const bool same =
            printed.cells[c].empty() ? now.empty() : printed_amount(printed.cells[c]) == printed_amount(now);
        if (!same) different.push_back(published.tables[t].id + "/" + printed.key + "/" + std::to_string(c));
      }
    }
  }
  // Both blocks of table 4 print 2.9 for vehicles, whose parts are 0 and 2.75.
  EXPECT_EQ(different, (std::vector<std::string>{"表4/合计/2", "表4/合计/14"}));
}

TEST(BudgetCommand, the_workbook_holds_all_tables_and_they_tie) {
  const ScratchFolder folder;
  const Ran ran = folder.run("budget --year 2025 --out result");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const Spreadsheet book = read_xlsx(folder.path() / "result" / "2025年部门预算（草案）.xlsx", Door::data);
  std::vector<std::string> names;
  for (const Sheet& one : book.sheets) names.push_back(one.name);
  // First, to be taken out before filing: which lines turn with a reading of the source.
  EXPECT_EQ(names, (std::vector<std::string>{"请核对", "表一", "表二", "表三", "表四", "表五", "表六", "表七", "表八",
                                             "绩效1", "绩效2", "绩效3", "绩效4", "绩效5", "绩效6", "绩效7", "绩效8",
                                             "绩效9", "测算依据"}));
  const Sheet& functional = sheet(book, "表二");
  const std::size_t whole = row_of(functional, "310004");
  const double total = functional.at(whole, 3)->number;
  double classes = 0.0;
  for (const char* code : {"208", "210", "221"}) classes += functional.at(row_of(functional, code), 3)->number;
  EXPECT_NEAR(classes, total, 0.001);
  EXPECT_NEAR(functional.at(whole, 4)->number + functional.at(whole, 5)->number, total, 0.001);
  EXPECT_NEAR(sheet(book, "表八").at(sheet(book, "表八").rows() - 1, 0)->number, total, 0.001);
  // Each project: persons x rate of its rows, as formulas, and their rounded sum in the tables.
  const Sheet& paper = sheet(book, "测算依据");
  const std::size_t award = row_of(paper, "企业退休职工民族团结奖");
  double parts = 0.0;
  for (std::size_t row = award + 1; paper.at(row, 0)->text.starts_with("　"); ++row) {
    EXPECT_TRUE(paper.at(row, 4)->from_formula);
    EXPECT_NEAR(paper.at(row, 2)->number * paper.at(row, 3)->number / 1e4, paper.at(row, 4)->number, 1e-4);
    parts += paper.at(row, 4)->number;
  }
  EXPECT_TRUE(paper.at(award, 5)->from_formula);
  EXPECT_NEAR(parts, paper.at(award, 5)->number, 0.005);
  EXPECT_LE(paper.at(award, 7)->number, paper.at(award, 5)->number);
  EXPECT_GE(paper.at(award, 8)->number, paper.at(award, 5)->number);
  const std::string bytes = folder.read("result/2025年部门预算（草案）情况说明.docx");
  ZipReader text(bytes);
  const std::string document = text.part("word/document.xml").value();
  EXPECT_THAT(document, HasSubstr("2025 年部门预算（草案）情况说明"));
  EXPECT_THAT(document, HasSubstr("七、名词解释"));
  for (const char* part : {"[Content_Types].xml", "_rels/.rels"}) EXPECT_TRUE(text.has(part)) << part;
}

TEST(BudgetCommand, figures_entered_by_hand_go_over_those_of_the_last_document) {
  const ScratchFolder folder;
  folder.write("entries.toml",
               "schema = \"disburse/budget-entries/1\"\n"
               "[[line]]\ncode = \"2210201\"\nbasic = \"30.00\"\nexecuted = \"29.00\"\n"
               "[[economic]]\ncode = \"30113\"\namount = \"30.00\"\n"
               "[[statement]]\nsection = \"政府采购情况\"\ntext = \"2025年政府采购预算为零。\"\n");
  const Ran ran = folder.run("budget --year 2025 --entries entries.toml --out result --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json tables = json::parse(ran.out).at("tables");
  for (const json& table : tables) {
    if (table.at("id") != "表2") continue;
    for (const json& row : table.at("rows")) {
      if (row.at("code") != "2210201") continue;
      // executed, whole, basic, projects, change, per cent: 1/29 = 3.45 %
      EXPECT_EQ(row.at("cells"), (json{"29.00", "30.00", "30.00", "0", "1.00", "3.45"}));
    }
  }
  const std::string bytes = folder.read("result/2025年部门预算（草案）情况说明.docx");
  EXPECT_THAT(ZipReader(bytes).part("word/document.xml").value(), HasSubstr("2025年政府采购预算为零。"));
}

TEST(BudgetCommand, wrong_words_and_entries_are_answered_and_leave_nothing) {
  const ScratchFolder folder;
  folder.write("entries.toml",
               "schema = \"disburse/budget-entries/1\"\n[[line]]\ncode = \"2210209\"\nbasic = \"many\"\n"
               "[[statement]]\nsection = \"采购\"\ntext = \"x\"\n");
  const std::string before = folder.listing();
  const Ran bad_entries = folder.run("budget --year 2025 --entries entries.toml --out result --lang en");
  EXPECT_EQ(bad_entries.exit_code, 4);
  EXPECT_THAT(bad_entries.err, HasSubstr("entries.toml:3"));
  EXPECT_THAT(bad_entries.err, HasSubstr("Did you mean 221020"));
  EXPECT_THAT(bad_entries.err, HasSubstr("many"));
  EXPECT_THAT(bad_entries.err, HasSubstr("政府采购情况"));
  EXPECT_EQ(folder.run("budget --out result").exit_code, 2);
  EXPECT_EQ(folder.run("budget --year 2023 --out result").exit_code, 2);
  EXPECT_EQ(folder.run("budget --year 2036 --out result").exit_code, 2);
  EXPECT_EQ(folder.listing(), before);
}

TEST(BudgetCommand, a_form_layout_that_names_no_figure_is_answered_by_file_and_line) {
  struct Fault {
    const char *what, *with, *message;
  };
  const Fault faults[] = {
      {"value = \"{headcount_wan}万人\"", "value = \"{headcounts}万人\"", "{headcounts} is not known here"},
      {"programme = \"unity_award\"", "programme = \"unity_awards\"", "has no form of unity_awards"},
      {"level3 = \"丧葬抚恤费支付人员\"", "level3 = \"丧葬费支付人员\"", "Did you mean 丧葬抚恤费支付人员?"},
      {"drop = true", "drop = false", "an indicator has a value or is dropped"},
      {"[[term]]", "[[terms]]", "terms"}};
  for (const Fault& fault : faults) {
    const ScratchFolder folder;
    copy_data(folder);
    spoil(folder, "scenarios/agencies/zhongwei/forms.toml", fault.what, fault.with);
    const std::string before = folder.listing();
    const Ran ran = folder.run("budget --year 2025 --out result --lang en", "DISBURSE_DATA=.");
    EXPECT_EQ(ran.exit_code, 4) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(fault.message));
    EXPECT_THAT(ran.err, HasSubstr("forms.toml"));
    EXPECT_EQ(folder.listing(), before);
  }
}

TEST(BudgetCommand, equal_drafts_have_equal_bytes_on_any_number_of_threads) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("budget --year 2025 --out one --threads 1").exit_code, 0);
  ASSERT_EQ(folder.run("budget --year 2025 --out two --threads 3").exit_code, 0);
  for (const char* name : {"2025年部门预算（草案）.xlsx", "2025年部门预算（草案）情况说明.docx", "budget.json"}) {
    EXPECT_EQ(folder.read(std::string("one/") + name), folder.read(std::string("two/") + name)) << name;
  }
}

TEST(ParameterTable, goes_out_as_a_workbook_and_comes_back_as_a_scenario_that_changes_nothing) {
  const ScratchFolder folder;
  ASSERT_EQ(folder.run("list parameters --out table.xlsx").exit_code, 0);
  const Ran ran = folder.run("compare zhongwei-2024 table.xlsx --format json");
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json variant = json::parse(ran.out).at("variants")[0];
  EXPECT_TRUE(variant.at("changes").empty()) << variant.at("changes");
  for (const json& programme : variant.at("programmes")) EXPECT_TRUE(programme.at("untouched")) << programme;
  EXPECT_EQ(folder.run("check table.xlsx").exit_code, 0);
}

TEST(ParameterTable, a_value_that_does_not_fit_is_told_by_its_cell) {
  const ScratchFolder folder;
  folder.write("table.xlsx", zip_archive([] {
                 const auto parts = plain_workbook({{"参数",
                                                     {{"参数", "基准", "依据"},
                                                      {"unity_award.ordinary_per_payment", "六百", "会议"},
                                                      {"outlook.wage_growth", "#=3", "百分之三"},
                                                      {"unity_award.ordinary_per_paymen", "#=660", "会议"}}},
                                                    {"说明", {{"基准情景", "zhongwei-2024"}}}});
                 return std::vector<std::pair<std::string, std::string>>(parts.begin(), parts.end());
               }()));
  const std::string before = folder.listing();
  const Ran ran = folder.run("run table.xlsx --out result --lang en");
  EXPECT_EQ(ran.exit_code, 4);
  for (const char* cell : {"table.xlsx[参数!B2]", "table.xlsx[参数!B3]", "table.xlsx[参数!B4]"}) {
    EXPECT_THAT(ran.err, HasSubstr(cell));
  }
  EXPECT_THAT(ran.err, HasSubstr("Did you mean unity_award.ordinary_per_payment?"));
  EXPECT_EQ(folder.listing(), before);
}

}  // namespace
}  // namespace disburse
