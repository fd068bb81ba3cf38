// The law under a scenario: what was not known is forgotten, changes hold, values go on to the end of the last year.
#include "engine/session/scenario_law.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/refusals.hpp"

namespace disburse {
namespace {

ParameterTree law() {
  Parameter standard;
  standard.path = "a.standard";
  standard.name = "标准";
  standard.unit = Unit::yuan_per_month;
  standard.values = {{Month(2020, 1), {}, {2019, 12, 1}, Money::yuan(100), Status::enacted, "old", {}},
                     {Month(2024, 7), {}, {2024, 8, 15}, Money::yuan(120), Status::announced, "new", {}}};
  Extension grow;
  grow.rule = ExtensionRule::grow;
  grow.by = {"a.growth"};
  grow.first = Month(2026, 1);
  standard.extension = grow;
  Parameter growth;
  growth.path = "a.growth";
  growth.name = "增长";
  growth.unit = Unit::rate;
  growth.values = {{Month(2020, 1), {}, {2019, 12, 1}, Rate(1, 10), Status::assumed, "made up", {}}};
  ParameterTree tree;
  tree.add(standard);
  tree.add(growth);
  return tree;
}

Scenario scenario(int months = 12) {
  Scenario made;
  made.horizon = {Month(2024, 1), months};
  return made;
}

TEST(ScenarioLaw, forgets_what_was_not_known_on_the_day) {
  ParameterTree tree = law();
  Scenario known = scenario();
  known.as_known_on = Date{2024, 8, 14};
  apply_scenario(tree, known);
  EXPECT_EQ(tree.money("a.standard", Month(2024, 12)), 100_yuan);
  ParameterTree later = law();
  known.as_known_on = Date{2024, 8, 15};
  apply_scenario(later, known);
  EXPECT_EQ(later.money("a.standard", Month(2024, 12)), 120_yuan) << "on the day itself it is known";
}

TEST(ScenarioLaw, carries_values_to_december_of_the_last_year_or_beyond_when_asked) {
  ParameterTree short_run = law(), long_run = law(), asked = law();
  apply_scenario(short_run, scenario());
  EXPECT_EQ(short_run.money("a.standard", Month(2026, 6)), 120_yuan) << "the horizon ends in 2024";
  apply_scenario(long_run, scenario(25));  // to January 2026
  EXPECT_EQ(long_run.money("a.standard", Month(2026, 12)), 132_yuan) << "120 x 1.1";
  apply_scenario(asked, scenario(), Month(2027, 3));
  EXPECT_EQ(asked.money("a.standard", Month(2027, 12)), 145.2_yuan) << "132 x 1.1";
}

TEST(ScenarioLaw, lays_changes_on_in_their_order_before_values_go_on) {
  ParameterTree tree = law();
  Scenario changed = scenario(36);
  changed.overrides = {{"a.standard", "200", "", "file", {}}, {"a.standard", "300", "", "file", {}}};
  apply_scenario(tree, changed);
  EXPECT_EQ(tree.money("a.standard", Month(2024, 1)), 300_yuan) << "the last one holds";
  ParameterTree faster = law();
  changed.overrides = {{"a.growth", "0.5", "", "file", {}}};
  apply_scenario(faster, changed);
  EXPECT_EQ(faster.money("a.standard", Month(2026, 1)), 180_yuan) << "120 x 1.5";
}

TEST(ScenarioLaw, says_how_uncertain_a_value_is) {
  ParameterTree tree = law();
  Scenario uncertain = scenario();
  uncertain.uncertain = {{"a.standard", "90", "130", "uniform", "made up", "file", {}}};
  apply_scenario(tree, uncertain);
  ASSERT_TRUE(tree.find("a.standard")->uncertainty);
  EXPECT_TRUE(tree.find("a.standard")->uncertainty->low == Value(90_yuan));
}

/// The door at which a scenario is refused and how many faults are told.
std::pair<Door, std::size_t> refused(const Scenario& wrong) {
  ParameterTree tree = law();
  try {
    apply_scenario(tree, wrong);
  } catch (const InputRejected& rejected) {
    return {rejected.door(), rejected.errors().size()};
  }
  ADD_FAILURE() << "it was taken";
  return {Door::data, 0};
}

TEST(ScenarioLaw, refuses_at_the_door_where_a_fault_came_in_files_first) {
  Scenario typed = scenario();
  typed.overrides = {{"a.nothing", "1", "", "--set", {}}, {"a.standard", "much", "", "--set", {}}};
  EXPECT_EQ(refused(typed), (std::pair{Door::command_line, std::size_t{2}}));
  Scenario both = typed;
  both.overrides.push_back({"a.other", "1", "", "file", {}});
  EXPECT_EQ(refused(both), (std::pair{Door::data, std::size_t{1}})) << "the file's fault is told alone";
}

}  // namespace
}  // namespace disburse
