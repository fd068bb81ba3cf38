// Doubts of a scenario's settings: none of the base, one of a slip, and none of counts beside a roster.
#include "engine/app/loading/doubts_of.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(DoubtsOf, the_base_are_none) { EXPECT_TRUE(doubts_of(*base_data(), base_scenario()).empty()); }

TEST(DoubtsOf, a_slip_of_a_digit_is_one_that_names_the_parameter) {
  const auto doubts = doubts_of(*base_data(), changed_scenario("unity_award.ordinary_per_payment", "6000"));
  ASSERT_FALSE(doubts.empty());
  for (const Finding& doubt : doubts) EXPECT_TRUE(is_doubt(doubt)) << doubt.code;
  EXPECT_TRUE(doubts_of(*base_data(), changed_scenario("unity_award.ordinary_per_payment", "660")).empty());
}

TEST(DoubtsOf, a_change_that_holds_in_no_month_of_the_run_is_one) {
  const auto changed = [](const char* path, const char* value, std::optional<Month> from, std::optional<Month> until) {
    Scenario scenario = base_scenario();
    scenario.overrides.push_back({path, value, "", "--set", {"--set", 0, 0}, from, until});
    return doubts_of(*base_data(), scenario);
  };
  const char* award = "unity_award.ordinary_per_payment";
  ASSERT_EQ(changed(award, "+10%", Month(2030, 1), Month(2030, 12)).size(), 1U);
  EXPECT_EQ(changed(award, "660", Month(2030, 1), Month(2030, 12)).front().code, "implausible_months");
  EXPECT_TRUE(changed(award, "660", Month(2024, 10), Month(2030, 12)).empty());
  EXPECT_EQ(changed("adjustment.announced", "2025-09", {}, {}).size(), 1U) << "a month speaks of its own year";
  EXPECT_TRUE(changed("adjustment.announced", "2024-09", {}, {}).empty());
}

TEST(DoubtsOf, a_count_whose_partner_did_not_follow_is_one_unless_a_roster_says_who_there_is) {
  const Scenario inflow = changed_scenario("counts.civil_service_entrants", "300");
  EXPECT_FALSE(doubts_of(*base_data(), inflow).empty());
  LoadedData with_roster = *base_data();
  with_roster.roster = Roster{};
  EXPECT_TRUE(doubts_of(with_roster, inflow).empty());
}

TEST(Doubted, go_with_the_manifest_and_before_the_findings_of_a_run) {
  const Scenario slip = changed_scenario("unity_award.ordinary_per_payment", "6000");
  const DoubtedManifest manifest = doubted(Manifest{}, *base_data(), slip);
  EXPECT_EQ(manifest.doubts.size(), doubts_of(*base_data(), slip).size());
  RunResult run;
  run.scenario = slip;
  run.findings = {{"line_over_budget", Severity::warning, "line"_m, "over"_m}};
  add_doubts(run, *base_data());
  ASSERT_GE(run.findings.size(), 2U);
  EXPECT_TRUE(is_doubt(run.findings.front()));
  EXPECT_EQ(run.findings.back().code, "line_over_budget");
}

}  // namespace
}  // namespace disburse
