// disburse budget where the list of projects is another one than that of the last document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/support/xlsx_reader.hpp"
#include "engine/support/zip_reader.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* data = "DISBURSE_DATA=.";

/// 1,200 services at 500 yuan from January 2025 on: 60 万元 a year on a line that the last document may lack.
std::string new_programme(const std::string& line) {
  return "schema = \"disburse/programme/1\"\nid = \"home_visits\"\nname = \"失能老人上门服务\"\n"
         "name_en = \"home visits\"\nline = \"" +
         line +
         "\"\nshape = \"driver_cost\"\nbasis = \"planned\"\nbasis_reason = \"测试\"\n"
         "clause = \"按上门次数乘单价支付\"\n[reading]\nunit_name = \"次\"\nunits = 1200\nreference = \"测试\"\n"
         "[parameter.driver]\nname = \"上门次数\"\nunit = \"count\"\nvalues = [\n"
         "  { from = \"2024-01\", known = \"2023-12-01\", value = \"0\", status = \"assumed\", reference = \"测试\" "
         "},\n"
         "  { from = \"2025-01\", known = \"2024-12-01\", value = \"1200\", status = \"assumed\", reference = \"测试\" "
         "} "
         "]\n[parameter.unit_cost]\nname = \"单价\"\nunit = \"yuan_per_unit\"\nvalues = [ { from = \"2024-01\", known "
         "= "
         "\"2023-12-01\", value = \"500\", status = \"assumed\", reference = \"测试\" } ]\n";
}

void add_programme(const ScratchFolder& folder, const std::string& line) {
  copy_data(folder);
  folder.write("models/programmes/home_visits.toml", new_programme(line));
}

/// The replacement of cards ends with 2024.
void end_cards(const ScratchFolder& folder) {
  copy_data(folder);
  spoil(
      folder, "scenarios/agencies/zhongwei/programmes/social_security_card.toml",
      "reference = \"绩效目标表数量指标：35000 张\" },",
      "reference = \"绩效目标表数量指标：35000 张\" },\n  { from = \"2025-01\", known = \"2024-12-01\", value = \"0\", "
      "status = \"assumed\", reference = \"停办\" },");
}

json drafted(const ScratchFolder& folder, const std::string& arguments = "") {
  const Ran ran = folder.run("budget --year 2025 --format json " + arguments, data);
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  return json::parse(ran.out);
}

json row(const json& draft, const std::string& table, const std::string& key) {
  for (const json& one : draft.at("tables")) {
    if (one.at("id") != table) continue;
    for (const json& each : one.at("rows")) {
      if (each.at("key") == key) return each;
    }
  }
  return nullptr;
}

json project(const json& draft, const std::string& programme) {
  for (const json& one : draft.at("projects")) {
    if (one.at("programme") == programme) return one;
  }
  return nullptr;
}

double amount(const json& row, std::size_t column) { return std::stod(row.at("cells")[column].get<std::string>()); }

const json& base() {
  static const json draft = [] {
    const ScratchFolder folder;
    copy_data(folder);
    return drafted(folder);
  }();
  return draft;
}

TEST(BudgetChanges, without_any_nothing_is_marked) {
  for (const json& one : base().at("projects")) EXPECT_FALSE(one.contains("change")) << one;
}

TEST(BudgetChanges, a_new_programme_on_a_known_line_adds_to_it_and_every_total) {
  const ScratchFolder folder;
  add_programme(folder, "2080109");
  const json draft = drafted(folder);
  const json added = project(draft, "home_visits");
  EXPECT_EQ(added.at("change"), "added");
  EXPECT_EQ(added.at("drafted_fen"), 60'000'000);  // 1,200 x 500 yuan
  EXPECT_EQ(added.at("last_budget_fen"), 0);
  for (const auto& [table, key, column] :
       {std::tuple("表2", "2080109", 3), std::tuple("表2", "20801", 1), std::tuple("表2", "合计", 1),
        std::tuple("表1支出", "支出总计", 0), std::tuple("表6支出", "支出总计", 0), std::tuple("表8", "合计", 0)}) {
    const auto at = static_cast<std::size_t>(column);
    EXPECT_NEAR(amount(row(draft, table, key), at), amount(row(base(), table, key), at) + 60.0, 1e-9) << table << key;
  }
  EXPECT_TRUE(row(draft, "表2", "2080109").at("cells")[0] == row(base(), "表2", "2080109").at("cells")[0]);
}

TEST(BudgetChanges, a_new_line_comes_with_its_section_where_its_code_puts_it) {
  const ScratchFolder folder;
  add_programme(folder, "2081006");
  spoil(folder, "scenarios/agencies/zhongwei/forms.toml", "[new_form]",
        "[[line]]\ncode = \"20810\"\nname = \"社会福利\"\n[[line]]\ncode = \"2081006\"\nname = "
        "\"养老服务\"\n\n[new_form]");
  const json draft = drafted(folder);
  // executed, whole, basic, projects, change, per cent of nothing
  const json cells{"0", "60.00", "0", "60.00", "60.00", ""};
  EXPECT_EQ(row(draft, "表2", "2081006").at("cells"), cells);
  EXPECT_EQ(row(draft, "表2", "2081006").at("name"), "养老服务");
  EXPECT_EQ(row(draft, "表2", "20810").at("cells"), cells);
  EXPECT_EQ(row(draft, "表2", "20810").at("name"), "社会福利");
  EXPECT_NEAR(amount(row(draft, "表2", "208"), 1), amount(row(base(), "表2", "208"), 1) + 60.0, 1e-9);
  std::vector<std::string> codes;
  for (const json& table : draft.at("tables")) {
    if (table.at("id") != "表2") continue;
    for (const json& each : table.at("rows")) codes.push_back(each.at("code"));
  }
  EXPECT_TRUE(std::is_sorted(codes.begin() + 1, codes.end())) << testing::PrintToString(codes);
  for (const json& note : draft.at("notes")) EXPECT_THAT(note.get<std::string>(), Not(HasSubstr("[[line]]")));
}

TEST(BudgetChanges, a_line_without_a_name_is_drafted_by_its_code_and_asked_for) {
  const ScratchFolder folder;
  add_programme(folder, "2081006");
  const json draft = drafted(folder);
  EXPECT_EQ(row(draft, "表2", "2081006").at("name"), "2081006");
  EXPECT_THAT(draft.at("notes").dump(), HasSubstr("科目 2081006"));
}

TEST(BudgetChanges, a_class_that_table_1_does_not_print_is_refused_with_a_remedy) {
  const ScratchFolder folder;
  add_programme(folder, "2130599");
  const std::string before = folder.listing();
  const Ran ran = folder.run("budget --year 2025 --out draft", data);
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, testing::AllOf(HasSubstr("213"), HasSubstr("[[line]]"), HasSubstr("forms.toml")));
  EXPECT_EQ(folder.listing(), before);
  spoil(folder, "scenarios/agencies/zhongwei/forms.toml", "[new_form]",
        "[[line]]\ncode = \"213\"\nname = \"农林水支出\"\n\n[new_form]");
  const json draft = drafted(folder);
  EXPECT_EQ(row(draft, "表1支出", "本年支出>农林水支出").at("cells")[0], "60.00");
}

TEST(BudgetChanges, a_new_programme_has_its_form_its_row_in_the_paper_and_its_place_in_the_text) {
  const ScratchFolder folder;
  add_programme(folder, "2080109");
  ASSERT_EQ(folder.run("budget --year 2025 --out draft", data).exit_code, 0);
  const Spreadsheet book = read_xlsx(folder.path() / "draft" / "2025年部门预算（草案）.xlsx", Door::data);
  std::string form;
  std::string paper;
  for (const Sheet& sheet : book.sheets) {
    std::string all;
    for (const SheetCell& cell : sheet.cells) all += cell.text + "\n";
    if (sheet.name.starts_with("绩效") && all.find("失能老人上门服务") != std::string::npos) form = all;
    if (sheet.name == "测算依据") paper = all;
  }
  for (const char* words : {"失能老人上门服务（新增）", "目标1：按上门次数乘单价支付", "失能老人上门服务业务量",
                            "1200次（预估）", "60.00万元", "2025年", "年度资金总额：60.00"}) {
    EXPECT_THAT(form, HasSubstr(words));
  }
  EXPECT_THAT(form, Not(HasSubstr("享受人员"))) << "it pays no persons";
  EXPECT_THAT(paper, HasSubstr("失能老人上门服务（新增）"));
  const std::string bytes = folder.read("draft/2025年部门预算（草案）情况说明.docx");
  EXPECT_THAT(ZipReader(bytes).part("word/document.xml").value(), HasSubstr("失能老人上门服务（新增） 60.00 万元"));
  EXPECT_THAT(folder.run("budget --year 2025", data).out, HasSubstr("失能老人上门服务（新增）"));
}

TEST(BudgetChanges, what_was_new_a_year_ago_is_new_no_more) {
  const ScratchFolder folder;
  add_programme(folder, "2080109");
  const Ran ran = folder.run("budget --year 2026 --format json", data);
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
  const json kept = project(json::parse(ran.out), "home_visits");
  EXPECT_FALSE(kept.contains("change"));
  EXPECT_EQ(kept.at("last_budget_fen"), 60'000'000);
}

TEST(BudgetChanges, a_programme_that_ended_keeps_its_execution_and_is_named) {
  const ScratchFolder folder;
  end_cards(folder);
  const json draft = drafted(folder, "--out draft");
  const json ended = project(draft, "social_security_card");
  EXPECT_EQ(ended.at("change"), "ended");
  EXPECT_EQ(ended.at("drafted_fen"), 0);
  EXPECT_EQ(ended.at("last_budget_fen"), 35'000'000);
  EXPECT_NEAR(amount(row(draft, "表2", "2080109"), 3), amount(row(base(), "表2", "2080109"), 3) - 35.0, 1e-9);
  EXPECT_EQ(row(draft, "表2", "2080109").at("cells")[0], row(base(), "表2", "2080109").at("cells")[0]);
  const Spreadsheet book = read_xlsx(folder.path() / "draft" / "2025年部门预算（草案）.xlsx", Door::data);
  for (const Sheet& sheet : book.sheets) {
    if (!sheet.name.starts_with("绩效")) continue;
    for (const SheetCell& cell : sheet.cells) EXPECT_THAT(cell.text, Not(HasSubstr("补卡制作费")));
  }
  const std::string bytes = folder.read("draft/2025年部门预算（草案）情况说明.docx");
  EXPECT_THAT(ZipReader(bytes).part("word/document.xml").value(),
              HasSubstr("2080109 社会保障卡补卡制作费：取消，上年预算 35.00 万元。"));
  EXPECT_THAT(folder.run("budget --year 2025", data).out, HasSubstr("社会保障卡补卡制作费（取消）"));
}

}  // namespace
}  // namespace disburse
