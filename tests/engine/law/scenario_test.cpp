// The digest of a scenario: what decides the result moves it, what only describes it does not.
#include "engine/law/scenario.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace disburse {
namespace {

Scenario scenario() {
  Scenario made;
  made.name = "town-2024";
  made.title = "小城";
  made.author = "planner";
  made.reference = "made up";
  made.horizon = {Month(2024, 1), 12};
  made.seed = 7;
  made.budget = "town-2024";
  made.recipe = "town";
  made.as_known_on = Date{2023, 12, 1};
  made.overrides = {{"a.b", "1", "why", "file", {}}};
  made.switched_off = {{"unity_award", "why", "file", {}}};
  made.uncertain = {{"a.b", "1", "2", "uniform", "why", "file", {}}};
  made.correlations = {{"a.b", "c.d", 0.5, {}}};
  return made;
}

using Change = std::function<void(Scenario&)>;

TEST(ScenarioDigest, moves_with_all_that_decides_the_result) {
  const std::vector<Change> changes{
      [](Scenario& s) { s.horizon.count = 13; },
      [](Scenario& s) { s.horizon.first = Month(2024, 2); },
      [](Scenario& s) { s.seed = 8; },
      [](Scenario& s) { s.budget = "other"; },
      [](Scenario& s) { s.recipe = "other"; },
      [](Scenario& s) { s.roster = "roster.h5"; },
      [](Scenario& s) { s.as_known_on.reset(); },
      [](Scenario& s) { s.as_known_on->day = 2; },
      [](Scenario& s) { s.overrides[0].path = "a.c"; },
      [](Scenario& s) { s.overrides[0].value = "2"; },
      [](Scenario& s) { s.overrides[0].from = Month(2024, 3); },
      [](Scenario& s) { s.overrides[0].until = Month(2024, 3); },
      [](Scenario& s) {
        s.overrides.push_back({"a.b", "1", "", "", {}});
      },
      [](Scenario& s) { s.switched_off[0].programme = "heating_allowance"; },
      [](Scenario& s) { s.switched_off.clear(); },
      [](Scenario& s) { s.uncertain[0].low = "0"; },
      [](Scenario& s) { s.uncertain[0].high = "3"; },
      [](Scenario& s) { s.uncertain[0].distribution = "normal"; },
      [](Scenario& s) { s.correlations[0].value = 0.25; },
      [](Scenario& s) { s.correlations[0].second = "e.f"; },
  };
  std::set<std::string> digests{digest_of(scenario())};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Scenario changed = scenario();
    changes[i](changed);
    EXPECT_TRUE(digests.insert(digest_of(changed)).second) << "change " << i << " has a digest that was seen before";
  }
}

TEST(ScenarioDigest, stays_under_what_only_describes_it) {
  const std::vector<Change> changes{
      [](Scenario& s) { s.name = "other"; },
      [](Scenario& s) { s.title = "other"; },
      [](Scenario& s) { s.author = "other"; },
      [](Scenario& s) { s.reference = "other"; },
      [](Scenario& s) { s.folder = "/elsewhere"; },
      [](Scenario& s) { s.forms = "other"; },
      [](Scenario& s) { s.lineage = {"base"}; },
      [](Scenario& s) { s.overrides[0].reason = s.overrides[0].origin = "other"; },
      [](Scenario& s) {
        s.overrides[0].place = {"other.toml", 3, 1};
      },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Scenario changed = scenario();
    changes[i](changed);
    EXPECT_EQ(digest_of(changed), digest_of(scenario())) << "change " << i;
  }
}

TEST(ScenarioDigest, minds_the_order_of_changes_since_the_last_one_holds) {
  Scenario one = scenario(), other = scenario();
  one.overrides = {{"a.b", "1", "", "", {}}, {"a.b", "2", "", "", {}}};
  other.overrides = {{"a.b", "2", "", "", {}}, {"a.b", "1", "", "", {}}};
  EXPECT_NE(digest_of(one), digest_of(other));
}

}  // namespace
}  // namespace disburse
