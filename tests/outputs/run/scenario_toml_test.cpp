#include "outputs/run/scenario_toml.hpp"

#include <gtest/gtest.h>

#include <toml++/toml.h>

#include "tests/outputs/sample_result.hpp"

namespace disburse {
namespace {

TEST(ScenarioToml, is_valid_and_keeps_every_text) {
  const toml::table document = toml::parse(scenario_toml(testing::sample_result()));
  EXPECT_EQ(document["name"].value<std::string>(), "sample");
  EXPECT_EQ(document["seed"]["value"].value<std::string>(), "18446744073709551615");
  const auto value = document["parameter"][0]["value"][0];
  EXPECT_EQ(value["reference"].value<std::string>(), "预算\"说明\"\n\\第三部分");
  EXPECT_EQ(value["value"].value<std::string>(), "600.00");
  EXPECT_EQ(value["status"].value<std::string>(), "assumed");
  EXPECT_TRUE(value["known"].is_date());
  EXPECT_EQ(document["override"][0]["origin"].value<std::string>(), "--set");
}

TEST(ScenarioToml, names_what_moves_together) {
  RunResult result = testing::sample_result();
  EXPECT_FALSE(toml::parse(scenario_toml(result)).contains("correlation"));
  result.scenario.correlations = {{"mortality.factor", "newcomers.factor", -0.25, {}}};
  const toml::table document = toml::parse(scenario_toml(result));
  EXPECT_EQ(document["correlation"][0]["first"].value<std::string>(), "mortality.factor");
  EXPECT_EQ(document["correlation"][0]["second"].value<std::string>(), "newcomers.factor");
  EXPECT_EQ(document["correlation"][0]["value"].value<std::string>(), "-0.25");
}

TEST(ScenarioToml, names_no_file_of_the_machine) {
  EXPECT_EQ(scenario_toml(testing::sample_result()).find("law.toml"), std::string::npos);
}

}  // namespace
}  // namespace disburse
