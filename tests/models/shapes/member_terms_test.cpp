// The law of a grant by months: a new run where a value changes, none where nothing falls due.
#include "models/shapes/member_terms.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/made_programme.hpp"

namespace disburse {
namespace {

const Horizon year{Month(2024, 1), 12};

Parameter parameter(const std::string& path, Unit unit, const std::vector<std::pair<Month, std::string>>& values) {
  Parameter made;
  made.path = made.name = path;
  made.unit = unit;
  for (const auto& [from, text] : values)
    made.values.push_back({from, {}, {2000, 1, 1}, *parse_value(unit, text), Status::assumed, "made up", {}});
  return made;
}

ParameterTree law() {
  ParameterTree tree;
  tree.add(parameter("a.standard", Unit::yuan_per_month, {{Month(2000, 1), "100"}, {Month(2024, 7), "120"}}));
  tree.add(parameter("a.share", Unit::rate, {{Month(2000, 1), "0.5"}}));
  tree.add(parameter("a.times", Unit::count, {{Month(2000, 1), "3"}}));
  tree.add(parameter("a.months", Unit::months_of_year, {{Month(2000, 1), "4,5,10"}}));
  tree.add(parameter("a.age", Unit::years, {{Month(2000, 1), "80"}}));
  tree.add(parameter("a.region", Unit::rate, {{Month(2000, 1), "0.7"}, {Month(2024, 10), "0.8"}}));
  tree.add(parameter("a.central", Unit::rate, {{Month(2000, 1), "0.3"}}));
  return tree;
}

ProgrammeDefinition definition() {
  ProgrammeDefinition made;
  made.id = "a";
  made.components = {made_part("benefit", payer("city"), {}).component};
  return made;
}

std::vector<GrantRunOf<Exact>> runs(const Grant& grant) {
  const ProgrammeDefinition kept = definition();
  const ParameterTree tree = law();
  const Budget budget;
  return grant_runs(grant, ContextOf<Exact>{kept, tree, budget, year});
}

Grant standard() {
  Grant grant;
  grant.amount.parameter = "a.standard";
  return grant;
}

TEST(GrantRuns, begin_anew_where_a_value_changes) {
  const auto found = runs(standard());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].months.begin, 0);
  EXPECT_EQ(found[0].months.end, 6) << "to June";
  EXPECT_EQ(found[0].terms.standard, 100_yuan);
  EXPECT_EQ(found[1].months.end, 12);
  EXPECT_EQ(found[1].terms.standard, 120_yuan);
  EXPECT_EQ(found[0].terms.factor, Rate(1, 1)) << "what is not named leaves the base as it is";
}

TEST(GrantRuns, hold_the_months_listed_alone_and_join_neighbours) {
  Grant grant = standard();
  grant.due = Due::months_of_year;
  grant.months = "a.months";
  const auto found = runs(grant);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].months.begin, 3) << "April";
  EXPECT_EQ(found[0].months.end, 5) << "and May";
  EXPECT_EQ(found[1].months.begin, 9) << "October";
  EXPECT_EQ(found[1].months.end, 10);
  EXPECT_EQ(found[1].terms.standard, 120_yuan);
}

TEST(GrantRuns, multiply_share_and_number_and_look_thresholds_up) {
  Grant grant = standard();
  grant.amount.share = "a.share";
  grant.amount.times = "a.times";
  Condition age, sex;
  age.test = disburse::Test::age_from;
  age.label.parameter = "a.age";
  sex.test = disburse::Test::sex;
  grant.conditions = {sex, age};
  const auto found = runs(grant);
  EXPECT_EQ(found[0].terms.factor, Rate(3, 2)) << "0.5 x 3";
  EXPECT_EQ(found[0].terms.thresholds, (std::vector<std::int64_t>{0, 80})) << "a lasting test has none";
}

TEST(GrantRuns, refuse_parts_of_payers_beyond_the_whole) {
  Grant grant = standard();
  grant.shared = {{1, "a.region"}};
  EXPECT_EQ(runs(grant).back().terms.shares, std::vector<Rate>{Rate(4, 5)});
  grant.shared = {{1, "a.region"}, {2, "a.central"}};
  // 0.7 + 0.3 is the whole until September; 0.8 + 0.3 from October on is more.
  EXPECT_THROW(runs(grant), InputRejected);
}

}  // namespace
}  // namespace disburse
