// The files of an agency that starts from its published budget: complete, readable, and with every yuan that was
// printed.
#include "outputs/planning/agency_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/support/toml_reader.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;

BudgetForm form(const std::string& programme, const std::string& total) {
  BudgetForm made;
  made.programme = programme;
  made.name = "项目\"" + programme + "\"";
  made.function = "2080109";
  made.total = total;
  return made;
}

AgencyStart start() {
  AgencyStart made;
  made.name = "beishan";
  made.level = "county";
  made.region = "ningxia";
  made.document.agency = "北山县社会保险事务中心（虚构示例）";
  made.document.source = "2025 年部门预算";
  made.document.unit_code = "218001";
  made.document.fiscal_year = 2025;
  made.document.forms = {form("resident_pension", "1170.00"), form("cards", "30.50")};
  made.projected = {{"resident_pension", Scheme::resident}};
  made.left_out = {"unity_award"};
  made.counts = {{"resident_pensioners", 25000, "绩效目标表"}};
  made.tasks = {
      {Money::yuan(10'000), {}, "小事"_m}, {Money::yuan(90'000), {"a.txt", 3, 0}, "大事"_m}, {{}, {}, "无金额"_m}};
  return made;
}

const std::map<std::string, std::string>& files() {
  static const std::map<std::string, std::string> made = agency_files(start(), Language::zh);
  return made;
}

/// What `read` takes from one of the files, which must be sound TOML.
template <class Read>
auto taken(const std::string& name, const Read& read) {
  const ScratchFolder folder;
  folder.write("file.toml", files().at(name));
  InputErrors errors;
  TomlDocument document(folder.path() / "file.toml", errors);
  TomlTable root = document.root();
  auto value = read(root);
  EXPECT_TRUE(errors.empty()) << name << "\n" << files().at(name);
  return value;
}

TEST(AgencyFiles, are_all_that_an_agency_has) {
  for (const char* name :
       {"agency.toml", "payers.toml", "budgets/2025.toml", "roster.toml", "calendar.toml", "scenarios/base.toml",
        "places.csv", "待办.md", "programmes/resident_pension.toml", "programmes/cards.toml"})
    EXPECT_TRUE(files().contains(name)) << name;
  EXPECT_EQ(files().size(), 10U);
}

TEST(AgencyFiles, mark_what_is_no_fact_and_say_where_each_fact_stands) {
  AgencyStart made = start();
  made.document.unit_code = "000000";
  made.level_guessed = true;
  made.unfilled = {"resident_pension.city_supplement"};
  made.places = {{"表2/2082602", "财政对\"居民\"的补助", {"a.xlsx[二]", 12, 0}}};
  const auto all = agency_files(made, Language::zh);
  const std::string& agency = all.at("agency.toml");
  EXPECT_EQ(agency.find("\ncode = "), std::string::npos) << "none was printed";
  EXPECT_LT(agency.find("推断"), agency.find("level = "));
  EXPECT_THAT(agency, HasSubstr("unfilled = [\"resident_pension.city_supplement\"]"));
  EXPECT_THAT(all.at("places.csv"), HasSubstr("表2/2082602,\"财政对\"\"居民\"\"的补助\",a.xlsx[二],12\n"));
  EXPECT_THAT(files().at("agency.toml"), HasSubstr("code = \"218001\""));
}

TEST(AgencyFiles, leave_rows_of_zeros_out) {
  AgencyStart made = start();
  BudgetTable table;
  table.id = "表3";
  table.title = "三";
  for (const char* code : {"301", "30101", "30103"}) {
    BudgetRow row;
    row.key = row.code = row.name = code;
    row.cells = std::string(code) == "30103" ? std::vector<std::string>{"0.00", "0", ""}
                                             : std::vector<std::string>{"5.00", "5.00", "0"};
    table.rows.push_back(row);
  }
  made.document.tables = {table};
  const std::string budget = agency_files(made, Language::zh).at("budgets/2025.toml");
  EXPECT_THAT(budget, HasSubstr("30101"));
  EXPECT_EQ(budget.find("30103"), std::string::npos);
}

TEST(AgencyFiles, say_who_the_agency_is_and_what_it_leaves_out) {
  EXPECT_EQ(taken("agency.toml", [](TomlTable& root) { return root.texts("schemes"); }),
            std::vector<std::string>{"resident"});
  EXPECT_EQ(taken("agency.toml", [](TomlTable& root) { return root.texts("left_out"); }),
            std::vector<std::string>{"unity_award"});
  EXPECT_EQ(taken("agency.toml", [](TomlTable& root) { return root.text("region"); }), "ningxia");
  const auto payer = taken("payers.toml", [](TomlTable& root) {
    TomlTable own = root.tables("payer").at(0);
    return own.text("id") + " " + own.text("name") + " " + own.text("purse");
  });
  EXPECT_EQ(payer, "county 县级 own");
  EXPECT_EQ(taken("scenarios/base.toml", [](TomlTable& root) { return root.text("horizon"); }), "2025-01..2025-12");
  EXPECT_EQ(taken("roster.toml", [](TomlTable& root) { return root.text("as_of"); }), "2024-12");
  EXPECT_THAT(files().at("roster.toml"), HasSubstr("[counts.resident_pensioners]"));
  EXPECT_THAT(files().at("roster.toml"), HasSubstr("\"25000\""));
}

TEST(AgencyFiles, leave_a_programme_of_the_nation_its_rule) {
  EXPECT_EQ(taken("programmes/resident_pension.toml", [](TomlTable& root) { return root.text("line"); }), "2080109");
  EXPECT_FALSE(taken("programmes/resident_pension.toml", [](TomlTable& root) { return root.has("shape"); }));
  EXPECT_EQ(taken("programmes/resident_pension.toml", [](TomlTable& root) { return root.text("name"); }),
            "项目\"resident_pension\"")
      << "quotation marks of a name stay";
}

/// Driver and unit cost of the planned project `cards` with this total and indicator.
std::pair<std::string, std::string> driver(const std::string& total, const std::string& value,
                                           const std::string& level2 = "数量指标") {
  AgencyStart changed = start();
  changed.document.forms[1].total = total;
  if (!value.empty()) changed.document.forms[1].indicators = {{0, "产出指标", level2, "制卡数", value}};
  const std::string text = agency_files(changed, Language::zh).at("programmes/cards.toml");
  const auto value_after = [&](const char* table) {
    const std::string mark = "value = \"";
    const std::size_t at = text.find(mark, text.find(table)) + mark.size();
    return text.substr(at, text.find('"', at) - at);
  };
  return {value_after("[parameter.driver]"), value_after("[parameter.unit_cost]")};
}

TEST(AgencyFiles, cost_a_planned_project_by_the_number_that_its_form_prints) {
  // 30.50万 over 5,000 cards: the unit cost is 305,000 / 5,000 yuan, kept exact.
  EXPECT_EQ(driver("30.50", "5000张"), (std::pair<std::string, std::string>{"5000", "305000.00/5000"}));
}

TEST(AgencyFiles, take_units_of_ten_thousand_yuan_where_no_number_can_be_a_driver) {
  const std::pair<std::string, std::string> by_wan{"31", "305000.00/31"};  // 30.5 rounded up
  EXPECT_EQ(driver("30.50", ""), by_wan);
  EXPECT_EQ(driver("30.50", "100%"), by_wan);
  EXPECT_EQ(driver("30.50", "61元/人"), by_wan);
  EXPECT_EQ(driver("30.50", "5000张", "质量指标"), by_wan);
  EXPECT_EQ(driver("30.50", "30张"), by_wan) << "a unit would cost more than 10,000 yuan";
  EXPECT_EQ(driver("0", ""), (std::pair<std::string, std::string>{"1", "0.00/1"})) << "never by nothing";
}

TEST(AgencyFiles, list_tasks_by_the_money_that_rests_on_them) {
  const std::string& list = files().at("待办.md");
  EXPECT_LT(list.find("大事"), list.find("小事"));
  EXPECT_LT(list.find("小事"), list.find("无金额"));
  EXPECT_THAT(list, HasSubstr("| 9.00 | 大事 | a.txt:3"));
}

TEST(AgencyStartJson, tells_what_is_to_be_done_the_most_money_first) {
  AgencyStart made = start();
  made.needs = {{"resident_pensioners", "resident_pension", "居民养老", Money::yuan(7)}};
  const nlohmann::json document = nlohmann::json::parse(agency_start_json(made, Language::zh));
  EXPECT_EQ(document.at("schema"), "disburse/agency-start/1");
  EXPECT_EQ(document.at("tasks").at(0).at("what"), "大事");
  EXPECT_EQ(document.at("tasks").at(0).at("place"), "a.txt:3");
  EXPECT_EQ(document.at("tasks").at(2).at("fen"), 0);
  EXPECT_EQ(document.at("needs").at(0).at("fen"), 700);
  EXPECT_EQ(document.at("projects").at(0).at("projected"), true);
  EXPECT_EQ(document.at("projects").at(1).at("projected"), false);
  EXPECT_EQ(document.at("projects").at(1).at("fen"), 30'500'000) << "30.50 at 10,000 yuan";
  EXPECT_EQ(document.at("files").size(), files().size());
}

}  // namespace
}  // namespace disburse
