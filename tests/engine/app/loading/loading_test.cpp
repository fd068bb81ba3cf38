// What a study is handed: scenario, law and members as the options say, and which rosters are read in pieces.
#include "engine/app/loading/loading.hpp"

#include <gtest/gtest.h>

#include "engine/storage/roster_writer.hpp"
#include "support/made_programme.hpp"
#include "support/program.hpp"

namespace disburse {
namespace {

TEST(Loading, a_scenario_is_what_the_options_say_on_top_of_its_file) {
  InputOptions options;
  options.horizon = {"2024-01..2025-06", "--horizon"};
  options.sets = {"unity_award.ordinary_per_payment=660"};
  const Scenario scenario = scenario_of(options, find_data());
  EXPECT_EQ(scenario.horizon, (Horizon{Month(2024, 1), 18}));
  EXPECT_EQ(scenario.horizon_origin, "--horizon");
  ASSERT_FALSE(scenario.overrides.empty());
  EXPECT_EQ(scenario.overrides.back().path, "unity_award.ordinary_per_payment");
  EXPECT_EQ(scenario.overrides.back().origin, "--set");
  EXPECT_EQ(scenario.digest, digest_of(scenario));
  EXPECT_NE(scenario.digest, scenario_of(InputOptions{}, find_data()).digest);
}

TEST(Loading, the_law_lies_as_published_whatever_the_scenario_changes) {
  InputOptions options;
  options.sets = {"unity_award.ordinary_per_payment=660"};
  const PublishedLaw published = open_law(options);
  EXPECT_EQ(published.law.parameters.money("unity_award.ordinary_per_payment", Month(2024, 6)), 600_yuan);
  const Session session = open_session(options);
  EXPECT_EQ(session.law.parameters.money("unity_award.ordinary_per_payment", Month(2024, 6)), 660_yuan);
}

TEST(Loading, a_roster_of_few_members_is_read_at_once_and_a_broken_file_is_its_readers) {
  const ScratchFolder folder;
  folder.write("few.h5", roster_image(made_roster({made_pensioner(Scheme::resident, 1_yuan)}), {"base", 1, "0", "c"}));
  EXPECT_FALSE(needs_pieces(folder.path() / "few.h5"));
  EXPECT_FALSE(needs_pieces(folder.path() / "none.h5"));
}

TEST(Loading, takes_the_members_of_a_roster_that_is_named) {
  const ScratchFolder folder;
  Roster roster = made_roster({made_pensioner(Scheme::resident, 1_yuan), made_pensioner(Scheme::resident, 2_yuan)});
  folder.write("few.h5", roster_image(roster, {"base", 1, "0", "c"}));
  InputOptions options;
  options.roster = (folder.path() / "few.h5").string();
  const Scenario scenario = scenario_of(options, find_data());
  const LoadedData data = load_data(options, scenario);
  ASSERT_TRUE(data.roster);
  EXPECT_EQ(data.roster->size(), 2U);
  EXPECT_EQ(data.roster->digest, digest_of(roster));
  EXPECT_FALSE(load_data(InputOptions{}, scenario_of(InputOptions{}, find_data())).roster) << "made by the recipe";
}

}  // namespace
}  // namespace disburse
