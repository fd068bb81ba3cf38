// The report of an import in its four forms: the same findings and money, nothing of a heading that is not known.
#include "outputs/checks/import_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

ReportedFinding finding(std::size_t row, Money stake, bool certain = true) {
  return {"paid_after_death", Severity::error, certain, "职工.csv", row, "死亡日期", "已登记死亡 <仍在领取>", stake};
}

ImportReport report(std::size_t findings = 2) {
  ImportReport made;
  ReportedTable table{"职工.csv", "GB18030", 3, 1200, 1198, {}, {{"数字", "文字"}}};
  table.columns = {{"A", "公民身份号码", "identity", "", "", true}, {"B", "", "", "出生日期", "", false}};
  made.tables = {table};
  made.left_out = {{"说明页", "没有表头", 4}};
  ReportedGroup group{"paid_after_death", Severity::error, Money::yuan(48'000), {}};
  for (std::size_t i = 0; i < findings; ++i) group.findings.push_back(finding(i + 2, Money::yuan(24'000), i != 1));
  made.groups = {group};
  return made;
}

TEST(ImportTable, tells_tables_findings_and_what_was_left_out) {
  const std::string table = import_table(report(), Language::en);
  EXPECT_THAT(table, testing::AllOf(HasSubstr("GB18030"), HasSubstr("1,200"), HasSubstr("1,198")));
  EXPECT_THAT(table, testing::AllOf(HasSubstr("paid_after_death"), HasSubstr("4.80"), HasSubstr("row 2 "),
                                    HasSubstr("row 3 ")));
  EXPECT_THAT(table, HasSubstr("没有表头"));
  EXPECT_THAT(table, Not(HasSubstr("perhaps"))) << "columns are told in a preview";
}

TEST(ImportTable, shows_five_findings_of_a_rule_and_counts_the_rest) {
  EXPECT_THAT(import_table(report(5), Language::en), Not(HasSubstr("more in")));
  const std::string table = import_table(report(7), Language::en);
  EXPECT_THAT(table,
              testing::AllOf(HasSubstr("row 6 "), Not(HasSubstr("row 7 ")), HasSubstr("and 2 more in --format csv")));
}

TEST(ImportTable, in_a_preview_tells_what_each_column_was_taken_for) {
  ImportReport preview = report();
  preview.preview = true;
  const std::string table = import_table(preview, Language::en);
  EXPECT_THAT(table, testing::AllOf(HasSubstr("identity (not kept)"), HasSubstr("not known, not imported"),
                                    HasSubstr("perhaps 出生日期"), HasSubstr("数字")));
}

TEST(ImportTable, says_that_nothing_is_wrong) {
  ImportReport sound = report();
  sound.groups.clear();
  EXPECT_THAT(import_table(sound, Language::zh), HasSubstr("没有发现问题"));
}

TEST(ImportJson, keeps_rows_money_and_null_for_headings_that_are_not_known) {
  const auto document = nlohmann::json::parse(import_json(report()));
  EXPECT_EQ(document.at("schema"), "disburse/import/1");
  const auto& table = document.at("tables").at(0);
  EXPECT_EQ(table.at("heading_row"), 3);
  EXPECT_EQ(table.at("accepted"), 1198);
  EXPECT_TRUE(table.at("columns").at(1).at("heading").is_null());
  EXPECT_TRUE(table.at("columns").at(1).at("field").is_null());
  EXPECT_EQ(table.at("columns").at(0).at("dropped"), true);
  const auto& group = document.at("groups").at(0);
  EXPECT_EQ(group.at("severity"), "error");
  EXPECT_EQ(group.at("stake_fen"), 4'800'000);
  EXPECT_EQ(group.at("findings").at(1).at("row"), 3);
  EXPECT_EQ(group.at("findings").at(1).at("certain"), false);
  EXPECT_EQ(document.at("left_out").at(0).at("count"), 4);
}

TEST(ImportCsv, has_a_row_for_each_finding_and_says_how_sure_it_is) {
  const std::string csv = import_csv(report());
  EXPECT_THAT(csv, HasSubstr("error,paid_after_death,yes,职工.csv,2,死亡日期"));
  EXPECT_THAT(csv, HasSubstr("error,paid_after_death,maybe,职工.csv,3,死亡日期"));
  EXPECT_THAT(csv, HasSubstr("24000.00"));
}

TEST(ImportHtml, is_one_page_that_shows_a_files_text_and_does_not_obey_it) {
  const std::string page = import_html(report());
  EXPECT_THAT(page, HasSubstr("已登记死亡 &lt;仍在领取&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("<仍在领取>")));
  EXPECT_THAT(page, testing::AllOf(HasSubstr("2 处，4.80 万元/年"), HasSubstr("24,000.00"), Not(HasSubstr("<script"))));
  ImportReport hostile = report();
  hostile.tables[0].name = "a\"><script>&";
  EXPECT_THAT(import_html(hostile), HasSubstr("a&quot;&gt;&lt;script&gt;&amp;"));
}

TEST(ImportJson, shows_kinds_of_cells_in_a_preview_alone) {
  ImportReport made = report();
  EXPECT_FALSE(nlohmann::json::parse(import_json(made)).at("tables").at(0).contains("first_rows"));
  made.preview = true;
  made.totals = {{"enterprise", "pensioner", 52'964, Money::yuan(207)}};
  const nlohmann::json document = nlohmann::json::parse(import_json(made));
  EXPECT_EQ(document.at("tables").at(0).at("first_rows").at(0).at(1), "文字");
  EXPECT_EQ(document.at("tables").at(0).at("columns").at(1).at("nearest"), "出生日期");
  EXPECT_EQ(document.at("tables").at(0).at("columns").at(1).at("heading"), nullptr);
  EXPECT_EQ(document.at("totals").at(0).at("persons"), 52'964);
  EXPECT_EQ(document.at("totals").at(0).at("monthly_fen"), 20'700);
}

}  // namespace
}  // namespace disburse
