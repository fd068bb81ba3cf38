// What an agency's folder says of itself: outturns of its years, numbers that nobody has stated.
#include "engine/app/loading/agency_own.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* data = "DISBURSE_DATA=.";
const std::string town = "scenarios/agencies/qingshi/";

class AgencyOwn : public testing::Test {
 protected:
  AgencyOwn() { copy_data(folder_); }
  std::string done(const std::string& command) const {
    const Ran ran = folder_.run(command, data);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return ran.out;
  }
  ScratchFolder folder_;
};

TEST_F(AgencyOwn, a_number_that_nobody_stated_is_said_first_until_the_agency_states_it) {
  spoil(folder_, town + "agency.toml",
        "scenario = ", "unfilled = [\"counts.lixiu\", \"counts.resident_payers\"]\nscenario = ");
  const std::string run = done("run -A qingshi --lang en");
  EXPECT_THAT(run, HasSubstr("counts.lixiu"));
  EXPECT_THAT(run, Not(HasSubstr("counts.resident_payers"))) << "its roster.toml states it";
  EXPECT_LT(run.find("counts.lixiu"), run.find("995.99")) << "before the first figure";
  EXPECT_THAT(done("run -A qingshi --lang en --set counts.lixiu=1"), Not(HasSubstr("filled in by nobody")));
  folder_.write(
      town + "roster.toml",
      folder_.read(town + "roster.toml") +
          "\n[counts.lixiu]\nvalues = [ { from = \"2000-01\", known = \"2000-01-01\", value = \"0\", status = "
          "\"assumed\", reference = \"虚构示例\" } ]\n");
  EXPECT_THAT(done("run -A qingshi --lang en"), Not(HasSubstr("filled in by nobody")));
}

/// The budget of 2026 prints as last year's spending what the accounts of 2025 say, of lines and of programmes.
TEST_F(AgencyOwn, outturns_are_the_spending_of_the_year_before) {
  folder_.write(town + "outturns.csv", "年度,项目,金额（万元）,人数\n2025,2081002,61.25,900\n2025,2080505,15.10,\n");
  const json draft = json::parse(done("budget -A qingshi --year 2026 --format json"));
  std::map<std::string, std::string> executed;
  for (const json& table : draft.at("tables")) {
    if (table.at("id") != "表2") continue;
    for (const json& row : table.at("rows")) executed[row.at("code")] = row.at("cells").at(0);
  }
  EXPECT_EQ(executed.at("2081002"), "61.25");
  EXPECT_EQ(executed.at("2080505"), "15.10") << "a line of the agency's own expenditure";
  const std::string held = done("track -A qingshi --published");
  EXPECT_THAT(held, HasSubstr("2081002"));
  EXPECT_THAT(held, HasSubstr("61.25"));
}

}  // namespace
}  // namespace disburse
