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
  const auto told = doubts_of(with_roster, inflow);
  ASSERT_EQ(told.size(), 1U) << "a roster has its members, whatever the counts: the change moves nothing";
  EXPECT_EQ(told.front().code, "implausible_counts");
}

TEST(DoubtsOf, a_part_of_the_budgets_year_is_one) {
  Scenario half = base_scenario();
  half.horizon = {Month(2024, 1), 6};
  const auto told = doubts_of(*base_data(), half);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().code, "implausible_part_year");
  half.horizon = {Month(2025, 1), 12};
  EXPECT_TRUE(doubts_of(*base_data(), half).empty()) << "nothing of that year is held against its budget";
}

/// The national rate acts in years whose rule is scaled to it; 2024 has the region's own.
TEST(DoubtsOf, a_change_that_another_setting_keeps_from_acting_names_that_setting) {
  const auto told = doubts_of(*base_data(), changed_scenario("adjustment.national_rate", "0.03"));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().code, "implausible_setting");
  EXPECT_NE(english(told.front().message).find("--set adjustment.method@2024-01..2024-12=scaled"), std::string::npos)
      << english(told.front().message);
  Scenario scaled = changed_scenario("adjustment.national_rate", "0.03");
  scaled.overrides.push_back({"adjustment.method", "scaled", "", "test", {}});
  EXPECT_TRUE(doubts_of(*base_data(), scaled).empty());
  EXPECT_EQ(doubts_of(*base_data(), changed_scenario("irregular.late_claim_months", "6")).size(), 1U);
}

TEST(DoubtsOf, members_that_were_assumed_and_carried_for_years_are_one) {
  LoadedData data = *base_data();
  data.roster = Roster{};
  data.roster->source = "recipe r, seed 1, carried to 2024-12";
  data.roster->as_of = Month(2024, 12);
  data.roster->evolves_from = Month(2025, 1);
  Scenario later = base_scenario();
  later.horizon = {Month(2025, 1), 12};
  const auto told = doubts_of(data, later);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.front().code, "implausible_stock");
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
