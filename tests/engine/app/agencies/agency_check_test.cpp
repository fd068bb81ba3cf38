// disburse check -A: what is not complete, and what is somebody else's.
#include "engine/app/agencies/agency_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace disburse {
namespace {

using nlohmann::json;

constexpr const char* data = "DISBURSE_DATA=.";
const std::string city = "scenarios/agencies/zhongwei/";

class AgencyCheck : public testing::Test {
 protected:
  AgencyCheck() { copy_data(folder_); }
  /// Codes and severities of what `check -A zhongwei` finds.
  std::vector<std::pair<std::string, std::string>> found(int exit_code) const {
    const Ran ran = folder_.run("check -A zhongwei --format json", data);
    EXPECT_EQ(ran.exit_code, exit_code) << ran.err;
    std::vector<std::pair<std::string, std::string>> codes;
    if (ran.out.empty()) return codes;
    const json document = json::parse(ran.out);
    for (const json& finding : document.at("findings")) codes.emplace_back(finding.at("code"), finding.at("severity"));
    return codes;
  }
  ScratchFolder folder_;
};

TEST_F(AgencyCheck, the_shipped_city_has_no_error_and_no_warning) {
  for (const auto& [code, severity] : found(0)) EXPECT_EQ(severity, "note") << code;
}

TEST_F(AgencyCheck, a_value_of_another_agency_is_an_error) {
  std::filesystem::create_directories(folder_.path() / "scenarios/agencies/other");
  folder_.write(
      "scenarios/agencies/other/agency.toml",
      "schema = \"disburse/agency/1\"\nname = \"other\"\ntitle = \"北山县社会保险事务中心\"\nlevel = \"county\"\n"
      "schemes = [\"resident\"]\nscenario = \"base\"\nreference = \"虚构示例\"\n");
  spoil(folder_, city + "common/outlook.toml", "假定180人", "据北山县社会保险事务中心180人");
  EXPECT_THAT(found(6), testing::Contains(testing::Pair("value_of_another_agency", "error")));
}

TEST_F(AgencyCheck, a_programme_off_the_budgets_lines_is_a_warning) {
  folder_.write(city + "programmes/unity_award.toml",
                folder_.read(city + "programmes/unity_award.toml").insert(0, "line = \"2089901\"\n"));
  EXPECT_THAT(found(0), testing::Contains(testing::Pair("line_not_printed", "warning")));
}

TEST_F(AgencyCheck, a_scheme_without_members_is_an_error) {
  std::string roster = folder_.read(city + "roster.toml");
  for (const char* count : {"25000", "1550", "39000", "3850"}) {
    const std::string value = "value = \"" + std::string(count) + "\"";
    ASSERT_NE(roster.find(value), std::string::npos) << count;
    roster.replace(roster.find(value), value.size(), "value = \"0\"");
  }
  folder_.write(city + "roster.toml", roster);
  const Ran ran = folder_.run("check -A zhongwei", data);
  EXPECT_EQ(ran.exit_code, 4) << "a scenario of the library counts members that are no longer there";
  EXPECT_THAT(ran.err, testing::HasSubstr("scheme_without_members"));
}

TEST_F(AgencyCheck, needs_an_agency_or_a_file) {
  EXPECT_EQ(folder_.run("check", data).exit_code, 2);
  EXPECT_EQ(folder_.run("check -A nowhere", data).exit_code, 2);
  EXPECT_EQ(folder_.run("check", "DISBURSE_DATA=. DISBURSE_AGENCY=zhongwei").exit_code, 0);
}

}  // namespace
}  // namespace disburse
