// Bridges of causes sum to the difference to the fen, for every what-if of the library; members are counted by what
// moved.
#include "engine/studies/scenario_comparison.hpp"

#include <gtest/gtest.h>

#include "support/city.hpp"

namespace disburse {
namespace {

struct Compared {
  VariantComparison comparison;
  std::vector<std::pair<std::string, Bridge>> bridges;
  std::vector<WhoChanged> who;
};

Evaluator& evaluator() {
  static Evaluator result = [] {
    const Scenario scenario = scenario_of(InputOptions{}, find_data());
    return Evaluator(std::make_shared<const LoadedData>(load_data(InputOptions{}, scenario)), scenario);
  }();
  return result;
}

Compared compared(const std::string& name) {
  static const RunResult base = run(base_session(), 1);
  const Session variant = session_with({}, name);
  Compared result;
  result.comparison = compare_runs(base, run(variant, 1));
  result.bridges = bridges(evaluator(), *changes_between(base_session().scenario, variant.scenario), 2024);
  result.who = who_changed(base_session(), variant, result.comparison, 2);
  return result;
}

Money part(const Compared& result, const std::string& id, Cause cause) {
  for (const auto& [programme, bridge] : result.bridges) {
    const auto found = bridge.parts.find(cause);
    if (programme == id && found != bridge.parts.end()) return found->second;
  }
  return {};
}

TEST(Comparing, every_bridge_of_the_library_sums_to_the_difference_to_the_fen) {
  for (const char* name :
       {"award-660", "adjustment-4", "adjustment-september", "mortality-low-10", "retirees-1000-more",
        "funeral-doubled", "heating-to-all", "award-660+adjustment-4+mortality-low-10"}) {
    const Compared result = compared(name);
    for (const ProgrammeChange& change : result.comparison.programmes) {
      Money told;
      for (const auto& [id, bridge] : result.bridges) {
        if (id == change.id) told = bridge.total();
      }
      EXPECT_EQ(told, change.line.difference()) << name << " " << change.id;
    }
  }
}

TEST(Comparing, causes_have_the_names_of_what_was_changed) {
  EXPECT_GT(part(compared("award-660"), "unity_award", Cause::rate), 6'000'000.00_yuan);
  const Compared later = compared("adjustment-september");
  // Two months more of arrears are two months less of raised pensions: timing alone, and nothing in the year's total.
  EXPECT_EQ(later.comparison.total.difference(), part(later, "civil_service_pension", Cause::timing));
  const Compared fewer = compared("mortality-low-10");
  EXPECT_GT(part(fewer, "civil_service_pension", Cause::deaths), 100'000.00_yuan);
  EXPECT_LT(part(fewer, "resident_pension", Cause::one_off), Money{}) << "fewer funeral grants";
  const Compared more = compared("retirees-1000-more");
  EXPECT_GT(part(more, "unity_award", Cause::entrants), 500'000.00_yuan);
  EXPECT_GT(part(more, "heating_allowance", Cause::entrants), 3'000'000.00_yuan);
}

TEST(Comparing, counts_who_is_paid_differently) {
  const Compared result = compared("award-ordinary-ended");
  ASSERT_EQ(result.who.size(), 1U);
  const WhoChanged& who = result.who[0];
  EXPECT_EQ(who.gained + who.more + who.less, 0);
  EXPECT_GT(who.lost, 50'000);
  EXPECT_EQ(who.keys.size(), 2U);
}

TEST(Comparing, two_packages_that_set_one_value_are_a_conflict) {
  try {
    session_with({}, "award-660+award-1000");
    FAIL() << "accepted";
  } catch (const InputRejected& rejected) {
    EXPECT_NE(std::string(rejected.what()).find("award-1000 sets it to 1000 and award-660 to 660"), std::string::npos)
        << rejected.what();
  }
}

TEST(Comparing, a_programme_that_is_switched_off_pays_nothing_and_the_others_the_same) {
  Session session = session_with({});
  session.scenario.switched_off.push_back({"heating_allowance", "test", "test", {}});
  const auto data = load_data(InputOptions{}, session.scenario);
  const VariantComparison comparison =
      compare_runs(run(base_session(), 1), run(make_session(data, session.scenario), 1));
  for (const ProgrammeChange& change : comparison.programmes) {
    EXPECT_EQ(change.untouched, change.id != "heating_allowance") << change.id;
    if (!change.untouched) {
      EXPECT_EQ(change.line.variant, Money{});
    }
  }
}

}  // namespace
}  // namespace disburse
