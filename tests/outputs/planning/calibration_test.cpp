// What a calibration found: held beside estimated, and a scenario file that says the same.
#include "outputs/planning/calibration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/support/toml_reader.hpp"
#include "support/program.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

ParameterTree law() {
  ParameterTree tree;
  Parameter one;
  one.path = "mortality.factor.resident";
  one.name = "死亡率系数";
  one.unit = Unit::rate;
  one.values = {{Month(2000, 1), {}, {2000, 1, 1}, Rate(4, 5), Status::assumed, "made up", {}}};
  tree.add(one);
  one.path = "counts.resident_payers";
  one.name = "缴费人数";
  one.unit = Unit::count;
  one.values = {{Month(2000, 1), {}, {2000, 1, 1}, std::int64_t{0}, Status::assumed, "made up", {}}};
  tree.add(one);
  return tree;
}

std::vector<Estimate> estimates() {
  return {{"mortality.factor.resident", 1.0, 0.9, 1.1, 640.0, 0.77, "死亡\"实际\"与预期"_m},
          {"counts.resident_payers", 1234.0, 1234.0, 1234.0, 1234.0, 1.0, "清点"_m}};
}

TEST(CalibrationTable, sets_the_estimate_beside_what_was_held) {
  CalibrationResult result{estimates(), {}};
  const std::string table = calibration_table(result, law(), Month(2024, 1), Language::zh);
  EXPECT_THAT(table, HasSubstr("1.2500")) << "1.0 to the held 0.8";
  EXPECT_THAT(table, HasSubstr("0.77"));
  EXPECT_THAT(table, HasSubstr("1234"));
  EXPECT_THAT(table, Not(HasSubstr("权数"))) << "nothing was raked";
  const std::size_t payers = table.find("counts.resident_payers");
  EXPECT_EQ(table.substr(table.find('\n', payers) - 1, 1), "-") << "there is no ratio to a held 0";
}

TEST(CalibrationTable, tells_what_raking_met) {
  CalibrationResult result{estimates(), {}};
  result.raking.cells = {{"性别", "女", 500.0, 400.0, 500.0}, {"性别", "男", 100.0, 0.0, 0.0}};
  result.raking.least = 0.5;
  result.raking.most = 2.25;
  result.raking.rounds = 7;
  result.raking.effective_share = 0.934;
  const std::string table = calibration_table(result, law(), Month(2024, 1), Language::en);
  EXPECT_THAT(table, HasSubstr("1.2500")) << "500 to 400";
  EXPECT_THAT(table, HasSubstr("0.5000 to 2.2500 after 7 rounds"));
  EXPECT_THAT(table, HasSubstr("93.4 %"));
}

TEST(CalibratedScenario, is_a_scenario_file_with_an_override_each_and_an_interval_where_there_is_one) {
  const std::string text = calibrated_scenario("own", "base", "2024 年 6 月花名册", estimates(), law());
  const ScratchFolder folder;
  folder.write("own.toml", text);
  InputErrors errors;
  TomlDocument document(folder.path() / "own.toml", errors);
  TomlTable root = document.root();
  root.schema("disburse/scenario/1");
  EXPECT_EQ(root.text("name"), "own");
  EXPECT_EQ(root.text("extends"), "base");
  EXPECT_EQ(root.text("reference"), "2024 年 6 月花名册");
  auto overrides = root.tables("override");
  ASSERT_EQ(overrides.size(), 2U);
  EXPECT_EQ(overrides[0].text("path"), "mortality.factor.resident");
  EXPECT_EQ(Rate::parse(overrides[0].text("value")), Rate(1, 1));
  EXPECT_THAT(overrides[0].text("reason"), testing::AllOf(HasSubstr("\"实际\""), HasSubstr("640"), HasSubstr("0.77")));
  EXPECT_EQ(overrides[1].text("value"), "1234");
  auto uncertain = root.tables("uncertain");
  ASSERT_EQ(uncertain.size(), 1U) << "what is counted is not uncertain";
  EXPECT_EQ(Rate::parse(uncertain[0].text("low")), Rate(9, 10));
  EXPECT_EQ(Rate::parse(uncertain[0].text("high")), Rate(11, 10));
  EXPECT_TRUE(errors.empty());
}

}  // namespace
}  // namespace disburse
