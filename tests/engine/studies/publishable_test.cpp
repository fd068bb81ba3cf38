// A publication depends on nothing that small groups are paid.
#include "engine/studies/publishable.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/comparison/small_cells.hpp"
#include "engine/studies/main_job.hpp"
#include "engine/studies/risk_study.hpp"
#include "outputs/run/run_csv.hpp"
#include "outputs/run/run_json.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

/// The base scenario's members, of whom `lixiu` are lixiu cadres; the base has six, and the others become teachers of
/// state enterprises.
LoadedData city_with(std::size_t lixiu) {
  LoadedData data = *base_data();
  data.roster = base_session().roster;
  std::size_t found = 0;
  for (Category& category : data.roster->category) {
    if (category == Category::lixiu && found++ >= lixiu) category = Category::state_school_teacher;
  }
  EXPECT_EQ(found, 6u);
  data.roster->digest = "equal";
  return data;
}

std::vector<std::string> withheld(const LoadedData& data) {
  std::vector<std::string> ids;
  for (const ProgrammeDefinition& programme : data.law.programmes) {
    for (const Component& component : programme.components) {
      if (component.withheld) ids.push_back(programme.id + "." + component.id);
    }
  }
  return ids;
}

/// Every figure and word of what is published.
std::string publication(LoadedData data, const Scenario& scenario) {
  withhold_small_groups(data, {scenario}, 1);
  const Session session = make_session(data, scenario);
  RunResult result = run(session, 1);
  ReplicateRequest draws;
  draws.replicates = 64;
  result.risk = risk_of_session(data, session, draws);
  result.manifest.scenario_digest.clear();
  result.scenario.overrides.clear();
  result.parameters.clear();
  hide_small_cells(result);
  std::string bytes = run_json(result, Language::zh);
  for (const NamedFile& file : run_csv(result)) bytes += file.bytes;
  return bytes;
}

TEST(Publishable, leaves_out_the_six_lixiu_cadres_and_those_they_would_be_the_rest_of) {
  LoadedData data = city_with(6);
  const std::string digest = data.law.digest;
  withhold_small_groups(data, {base_scenario()}, 1);
  EXPECT_EQ(withheld(data), (std::vector<std::string>{"unity_award.special", "unity_award.lixiu"}));
  EXPECT_NE(data.law.digest, digest) << "a journal of the whole law is none of this one";
  EXPECT_EQ(withheld_notes(data.law.programmes).size(), 2u);
  const RunResult whole = run(make_session(city_with(6), base_scenario()), 1);
  const RunResult published = run(make_session(data, base_scenario()), 1);
  Money left_out;
  for (const ComponentYear& component : whole.components) {
    if (component.id == "special" || component.id == "lixiu") left_out += component.amount;
  }
  EXPECT_GT(left_out, Money{});
  EXPECT_EQ(published.total.projected + left_out, whole.total.projected);
}

TEST(Publishable, is_the_same_for_one_lixiu_cadre_and_for_six) {
  const std::string six = publication(city_with(6), base_scenario());
  EXPECT_EQ(publication(city_with(1), base_scenario()), six);
  EXPECT_EQ(publication(city_with(4), base_scenario()), six);
}

TEST(Publishable, is_the_same_whatever_a_withheld_group_is_paid) {
  const std::string as_law = publication(city_with(6), base_scenario());
  for (const char* path : {"unity_award.lixiu_per_month", "unity_award.special_per_payment"})
    EXPECT_EQ(publication(city_with(6), changed_scenario(path, "4321")), as_law) << path;
  EXPECT_NE(publication(city_with(6), changed_scenario("unity_award.ordinary_per_payment", "601")), as_law);
}

TEST(Publishable, counts_everybody_who_may_be_paid) {
  const PaidGroups paid = paid_groups(base_session(), 2);
  for (const PaidGroup& group : paid.groups) {
    const Component& component = base_session().programmes[group.programme]->definition().components[group.component];
    if (component.id != "lixiu") continue;
    EXPECT_EQ(group.members, std::vector<std::int64_t>(12, 6));
  }
  const PaidGroups serial = paid_groups(base_session(), 1);
  for (std::size_t g = 0; g < paid.groups.size(); ++g) EXPECT_EQ(serial.groups[g].members, paid.groups[g].members);
}

}  // namespace
}  // namespace disburse
