// A made-up county from its document to a run in two commands, with nothing of another agency in what it prints.
#include "engine/app/agencies/agency_start.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "scenarios/published/county.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Init : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("budget.txt", county_document);
    const Ran ran = folder_.run("init beishan --from budget.txt --region ningxia");
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    tasks_ = ran.out;
  }
  std::string done(const std::string& arguments) const {
    const Ran ran = folder_.run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << arguments << "\n" << ran.err;
    return ran.out;
  }
  ScratchFolder folder_;
  std::string tasks_;
};

TEST_F(Init, what_was_read_runs_and_ties) {
  const json run = json::parse(done("run -A ./beishan --format json"));
  EXPECT_EQ(run.at("fiscal_year"), 2025);
  EXPECT_EQ(run.at("total").at("budget_fen"), 1'310'500'000) << "1,310.50 at 10,000 yuan, in fen";
  EXPECT_EQ(run.at("total").at("projected_fen"), run.at("total").at("budget_fen")) << "all of it is spent as budgeted";
  EXPECT_EQ(run.at("payers").at(0).at("payer"), "county");
}

TEST_F(Init, what_is_left_to_do_stands_in_the_order_of_money) {
  EXPECT_THAT(tasks_, HasSubstr("1,170.00"));
  EXPECT_LT(tasks_.find("1,170.00"), tasks_.find("30.00 |"));
  EXPECT_EQ(tasks_, folder_.read("beishan/待办.md"));
}

TEST_F(Init, no_output_speaks_of_another_agency) {
  std::string all = tasks_;
  for (const char* command :
       {"run -A ./beishan", "run -A ./beishan --format json", "run -A ./beishan --horizon 2025-01..2027-12",
        "compare -A ./beishan base --set project_2.driver=1100", "cash -A ./beishan",
        "plan -A ./beishan --horizon 2025-01..2027-12", "check -A ./beishan", "list programmes -A ./beishan",
        "list parameters -A ./beishan --format json", "budget -A ./beishan --year 2026"}) {
    all += done(command);
  }
  for (const char* stranger :
       {"中卫", "zhongwei", "Zhongwei", "310004", "4,672", "4672", "71.83", "6854", "6,854", "3.9万", "3850"})
    EXPECT_THAT(all, Not(HasSubstr(stranger)));
}

TEST_F(Init, a_folder_that_is_there_and_a_region_that_is_not_are_refused) {
  EXPECT_NE(folder_.run("init beishan --from budget.txt").exit_code, 0);
  EXPECT_EQ(folder_.run("init other --from budget.txt --region nowhere").exit_code, 2);
  EXPECT_EQ(folder_.run("init Other --from budget.txt").exit_code, 2);
  EXPECT_EQ(folder_.run("init other").exit_code, 2);
  folder_.write("minutes.txt", "会议纪要\n");
  EXPECT_EQ(folder_.run("init other --from minutes.txt").exit_code, 4);
  EXPECT_EQ(folder_.run("init other --from nothing.txt").exit_code, 4);
}

TEST_F(Init, takes_a_headcount_that_the_document_does_not_print) {
  const std::string from = "init nanshan --from budget.txt --region ningxia --format json --out ";
  const json bare = json::parse(done(from + "bare"));
  ASSERT_EQ(bare.at("needs").size(), 1U);
  EXPECT_EQ(bare.at("needs").at(0).at("name"), "resident_pensioners");
  EXPECT_TRUE(bare.at("counts").empty());
  const json counted = json::parse(done(from + "counted --count resident_pensioners=12345"));
  EXPECT_TRUE(counted.at("needs").empty());
  EXPECT_EQ(counted.at("counts").at(0).at("persons"), 12345);
  EXPECT_THAT(folder_.read("counted/roster.toml"), HasSubstr("[counts.resident_pensioners]"));
  EXPECT_THAT(counted.at("left_out").dump(), Not(HasSubstr("resident_pension")));
}

TEST_F(Init, asks_for_no_headcount_where_the_law_lacks_what_is_paid) {
  const json alone = json::parse(done("init nanshan --from budget.txt --format json --out alone"));
  EXPECT_TRUE(alone.at("needs").empty()) << "without a region nothing says how much residents are paid";
  EXPECT_THAT(alone.at("tasks").dump(), HasSubstr("resident_pension.base_region"));
}

TEST_F(Init, refuses_headcounts_that_nobody_asks_for) {
  for (const char* count : {"resident_pensioners=0", "resident_pensioners=", "resident_pensioners", "=5",
                            "resident_pensioners=1x", "enterprise_retirees=5"}) {
    const Ran ran = folder_.run(std::string("init nanshan --from budget.txt --region ningxia --count ") + count);
    EXPECT_EQ(ran.exit_code, 2) << count << ran.err;
  }
  EXPECT_THAT(folder_.listing(), Not(HasSubstr("nanshan"))) << "nothing half made";
}

TEST_F(Init, tells_the_line_of_the_document_on_which_a_row_stands) {
  const json start = json::parse(done("init nanshan --from budget.txt --region ningxia --format json"));
  const std::string text = county_document;
  std::size_t rows = 0;
  for (const json& table : start.at("tables")) {
    for (const json& row : table.at("rows")) {
      // The document prints no code of the office, and so none in the row of the whole.
      const std::string code = row.at("code");
      if (row.at("line").is_null() || code.empty() || row.at("name") == "合计") continue;
      std::size_t at = 0;
      for (int line = 1; line < row.at("line").get<int>(); ++line) at = text.find('\n', at) + 1;
      EXPECT_EQ(text.compare(at, row.at("code").get<std::string>().size(), row.at("code").get<std::string>()), 0)
          << table.at("id") << row;
      ++rows;
    }
  }
  EXPECT_GT(rows, 15U);
}

TEST_F(Init, a_row_that_is_lost_ends_in_4_with_the_folder_written) {
  std::string text = county_document;
  const std::string row = "2210201 住房公积金 6.20 6.20 0.00";
  text.replace(text.find(row), row.size(), "2210201 住房公积金 6.20 6.20");
  folder_.write("cut.txt", text);
  const Ran ran = folder_.run("init cut --from cut.txt --region ningxia");
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(folder_.read("cut/待办.md"), HasSubstr("2210201"));
  EXPECT_THAT(ran.err, HasSubstr("待办.md"));
}

TEST_F(Init, rows_without_codes_and_tables_that_nobody_knows_are_named) {
  std::string text = county_document;
  text.insert(text.find("20805 行政事业"), "其中：信息化建设 9.00 9.00 0.00\n");
  text.insert(text.find("部门预算情况说明"), "政府采购预算表\n货物 5.50\n\n");
  folder_.write("more.txt", text);
  const Ran ran = folder_.run("init more --from more.txt --region ningxia");
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.out, HasSubstr("信息化建设"));
  EXPECT_THAT(ran.out, HasSubstr("政府采购预算表"));
}

TEST_F(Init, two_budgets_are_not_read_as_one) {
  std::string text = county_document;
  text.replace(text.find("2025年部门预算"), std::string("2025年").size(), "2024年");
  folder_.write("before.txt", text);
  const Ran ran = folder_.run("init both --from before.txt budget.txt --lang en");
  EXPECT_EQ(ran.exit_code, 4);
  EXPECT_THAT(ran.err, HasSubstr("two budgets cannot be read as one"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "both"));
}

TEST_F(Init, titles_in_chinese_numerals_and_serial_numbers_are_read) {
  std::string text = county_document;
  text.replace(text.find("2025年部门预算"), std::string("2025年").size(), "二〇二五年");
  text.replace(text.find("科目编码 科目名称 合计 基本"), 0, "序号 ");
  text.replace(text.find("2080109 社会"), 0, "3 ");
  folder_.write("numerals.txt", text);
  const Ran ran = folder_.run("init numerals --from numerals.txt --region ningxia");
  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  const json run = json::parse(done("run -A ./numerals --format json"));
  EXPECT_EQ(run.at("fiscal_year"), 2025);
  EXPECT_EQ(run.at("total").at("budget_fen"), 1'310'500'000);
}

TEST_F(Init, every_fact_has_its_place_and_suggested_commands_run) {
  const std::string places = folder_.read("beishan/places.csv");
  EXPECT_THAT(places, HasSubstr("表2/2082602"));
  EXPECT_THAT(places, HasSubstr("budget.txt"));
  const std::string absolute = (folder_.path() / "far").string();
  const Ran ran = folder_.run("init far --from budget.txt --out " + absolute);
  EXPECT_THAT(ran.err, HasSubstr("disburse run -A " + absolute));
  EXPECT_EQ(folder_.run("run -A " + absolute).exit_code, 0);
}

}  // namespace
}  // namespace disburse
