// A session: law, budget, members and programmes under a scenario, and what it refuses.
#include "engine/session/session.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"
#include "support/made_programme.hpp"

namespace disburse {
namespace {

/// The base data with a few members, so that a session is made at once.
const LoadedData& few() {
  static const LoadedData data = [] {
    LoadedData made = *base_data();
    made.roster = thinned(base_session().roster, 500);
    return made;
  }();
  return data;
}

Door refused(const Scenario& scenario) {
  try {
    make_session(few(), scenario);
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 1U);
    return rejected.door();
  }
  ADD_FAILURE() << "it was taken";
  return Door::roster;
}

/// Whether the months are the fault; a value that the law lacks so early is another.
bool refuses_horizon(const Scenario& scenario) {
  try {
    make_session(few(), scenario);
  } catch (const InputRejected& rejected) {
    return rejected.errors().begin()->key == "horizon";
  }
  return false;
}

TEST(Session, members_are_as_of_what_was_handed_in) {
  EXPECT_EQ(members_as_of(few()), few().roster->as_of);
  EXPECT_EQ(members_as_of(*base_data()), base_data()->recipe.as_of);
}

TEST(Session, a_horizon_begins_in_the_month_after_the_members_were_counted_or_up_to_two_years_before) {
  const Month after = few().roster->as_of + 1;
  const auto from = [&](int months) {
    Scenario scenario = base_scenario();
    scenario.horizon = {after + months, 12};
    return scenario;
  };
  EXPECT_FALSE(refuses_horizon(from(0)));
  EXPECT_FALSE(refuses_horizon(from(-24)));
  EXPECT_TRUE(refuses_horizon(from(1)));
  EXPECT_TRUE(refuses_horizon(from(-25)));
  Scenario typed = from(1);
  typed.horizon_origin = "--horizon";
  EXPECT_EQ(refused(typed), Door::command_line);
}

TEST(Session, a_horizon_ends_where_the_assumptions_do) {
  Scenario scenario = base_scenario();
  scenario.horizon.count = Month(2061, 1) - scenario.horizon.first + 1;
  EXPECT_EQ(refused(scenario), Door::data);
}

TEST(Session, a_switch_of_no_programme_is_refused_and_one_of_a_programme_pays_nothing) {
  Scenario scenario = base_scenario();
  scenario.switched_off = {{"unity_awrad", "slip", "file", {}}};
  EXPECT_EQ(refused(scenario), Door::data);
  scenario.switched_off[0].programme = "unity_award";
  const Session session = make_session(few(), scenario);
  for (const auto& programme : session.programmes) {
    const bool pays = programme->concerns(Scheme::enterprise, Role::pensioner);
    if (programme->definition().id == "unity_award") {
      EXPECT_FALSE(pays);
    }
  }
  EXPECT_EQ(session.programmes.size(), base_session().programmes.size()) << "it keeps its place";
}

TEST(Session, a_typed_fault_is_of_the_command_line_unless_the_files_are_at_fault_themselves) {
  Scenario typed = changed_scenario("outlook.no_such", "1");
  typed.overrides.back().origin = "--set";
  EXPECT_EQ(refused(typed), Door::command_line);
  Scenario filed = changed_scenario("outlook.no_such", "1");
  EXPECT_EQ(refused(filed), Door::data);
}

TEST(Session, programmes_on_the_rosters_money_begin_after_its_day_others_with_the_horizon) {
  const Month as_of(2024, 5);
  const Horizon horizon{Month(2024, 1), 12};
  ProgrammeDefinition definition;
  definition.shape = Shape::formula;
  EXPECT_EQ(projected_from(definition, as_of, horizon), Month(2024, 6));
  EXPECT_EQ(projected_from(definition, Month(2023, 12), horizon), Month(2024, 1)) << "never before the horizon";
  definition.shape = Shape::driver_cost;
  EXPECT_EQ(projected_from(definition, as_of, horizon), Month(2024, 1));
  definition.shape = Shape::member;
  definition.members.grants.resize(1);
  for (const AmountBase base : enumerators<AmountBase>) {
    definition.members.grants[0].amount.base = base;
    const bool money = base == AmountBase::pension || base == AmountBase::account_pension || base == AmountBase::base ||
                       base == AmountBase::annuity_base;
    EXPECT_EQ(projected_from(definition, as_of, horizon), money ? Month(2024, 6) : Month(2024, 1)) << to_string(base);
  }
}

TEST(Session, opening_members_of_a_scheme_are_those_of_all) {
  const ParameterTree& law = base_session().law.parameters;
  const Roster all = opening_members(few(), law, base_scenario());
  for (const Scheme scheme : enumerators<Scheme>) {
    const Roster own = opening_members(few(), law, base_scenario(), scheme);
    EXPECT_EQ(own.size(), static_cast<std::size_t>(std::count(all.scheme.begin(), all.scheme.end(), scheme)));
    for (std::size_t i = 0; i < own.size(); ++i) EXPECT_EQ(own.scheme[i], scheme);
  }
}

TEST(Manifest, and_the_identity_of_its_journal_tell_what_decided_the_result) {
  const Manifest manifest = manifest_of(base_session());
  EXPECT_EQ(manifest.horizon, base_scenario().horizon);
  EXPECT_EQ(manifest.roster_digest, base_session().roster.digest);
  EXPECT_EQ(manifest.law_digest, base_session().law.digest);
  const std::string identity = journal_identity(manifest, "base");
  const auto differs = [&](auto change) {
    Manifest other = manifest;
    change(other);
    return journal_identity(other, "base") != identity;
  };
  EXPECT_TRUE(differs([](Manifest& m) { m.seed += 1; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.version += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.commit += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.horizon.count += 1; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.horizon.first = m.horizon.first + 1; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.scenario_digest += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.law_digest += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.budget_digest += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.roster_digest += "x"; }));
  EXPECT_FALSE(differs([](Manifest& m) { m.replicates += 1; })) << "a longer run takes the pieces of a shorter one";
  EXPECT_NE(journal_identity(manifest, "other"), identity);
}

}  // namespace
}  // namespace disburse
