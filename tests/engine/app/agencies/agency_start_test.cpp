// A made-up county from its document to a run in two commands, with nothing of another agency in what it prints.
#include "engine/app/agencies/agency_start.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
      if (row.at("line").is_null() || row.at("code").get<std::string>().empty()) continue;
      std::size_t at = 0;
      for (int line = 1; line < row.at("line").get<int>(); ++line) at = text.find('\n', at) + 1;
      EXPECT_EQ(text.compare(at, row.at("code").get<std::string>().size(), row.at("code").get<std::string>()), 0)
          << table.at("id") << row;
      ++rows;
    }
  }
  EXPECT_GT(rows, 15U);
}

}  // namespace
}  // namespace disburse
