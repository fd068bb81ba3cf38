// Cohorts: who shares a survival path, since when, and who is held constant.
#include "engine/members/population.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace disburse {
namespace {

constexpr int a_year = 12;

Member pensioner(Month birth, Month retired, Sex sex = Sex::male) {
  Member member;
  member.scheme = Scheme::enterprise;
  member.sex = sex;
  member.birth = birth;
  member.retired = retired;
  return member;
}

Member at_work(Month retired) {
  Member member;
  member.role = Role::active;
  member.birth = Month(1970, 1);
  member.joined = Month(1995, 1);
  member.retired = retired;
  return member;
}

Roster roster(const std::vector<Member>& members, Month evolves_from = Month::none()) {
  Roster result;
  result.as_of = Month(2023, 12);
  result.evolves_from = evolves_from;
  int number = 0;
  for (const Member& member : members) result.add(MemberKey::from("M" + std::to_string(number++)), member);
  return result;
}

const Horizon year{Month(2024, 1), a_year};

TEST(Population, parts_those_who_are_alive_with_another_chance) {
  Roster members = roster({pensioner(Month(1950, 1), Month(2010, 1)), pensioner(Month(1950, 1), Month(2010, 1))});
  members.alive[1] = certain / 4;
  const Population population(members, year);
  ASSERT_EQ(population.cohorts().size(), 2u);
  EXPECT_EQ(population.cohorts()[0].alive, certain / 4);
  EXPECT_EQ(population.cohorts()[1].alive, certain);
}

TEST(Population, begins_a_path_at_the_chance_to_be_alive) {
  Roster members = roster({at_work(Month::none())});
  members.alive[0] = certain / 2;
  const Population population(members, year);
  LifeTable table;
  for (auto& q : table.q) q = {Rate(1, 1)};
  const Mortality mortality(table, {Rate(1, 1), Rate(1, 1), Rate(1, 1)});
  const SurvivalPaths paths = survival_paths(population, mortality);
  EXPECT_EQ(paths[0], std::vector<std::int64_t>(a_year + 1, certain / 2)) << "held constant";
}

/// Whatever order they come in: by scheme, sex, birth, retirement from the horizon on, chance to be alive, and at last
/// as they came.
RC_GTEST_PROP(Population, sorts_members_by_what_makes_a_cohort, (const std::vector<std::uint16_t>& drawn)) {
  Roster members = roster({});
  for (const std::uint16_t bits : drawn) {
    Member member = pensioner(Month(1935 + bits % 4, 1 + bits / 4 % 3), Month(2023, 10) + bits / 12 % 6,
                              bits / 72 % 2 == 0 ? Sex::male : Sex::female);
    member.scheme = bits / 144 % 2 == 0 ? Scheme::resident : Scheme::civil_service;
    members.add(MemberKey::from("M" + std::to_string(members.size())), member);
    members.alive.back() = bits / 288 % 2 == 0 ? certain : certain / 3;
  }
  const auto traits = [&](std::size_t i) {
    return std::tuple(members.scheme[i], members.sex[i], members.birth[i],
                      std::max(members.retired[i], Month(2023, 12).index()), members.alive[i]);
  };
  std::vector<std::size_t> rows(members.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t x, std::size_t y) { return traits(x) < traits(y); });
  const Population population(members, year);
  for (std::size_t i = 0; i < rows.size(); ++i)
    RC_ASSERT(population.members().key[i].view() == members.key[rows[i]].view());
}

TEST(Population, groups_members_who_share_a_path) {
  const Month birth(1955, 6);
  const Population population(
      roster({pensioner(birth, {2015, 6}), pensioner(birth, {2015, 6}, Sex::female), pensioner(birth, {2010, 1}),
              pensioner(birth, {2024, 2}), pensioner({1955, 7}, {2015, 6})}),
      year);
  // Both men who retired before the horizon are one cohort: earlier months are told apart no further.
  std::vector<std::size_t> sizes;
  for (const Cohort& cohort : population.cohorts()) sizes.push_back(cohort.size());
  std::sort(sizes.begin(), sizes.end());
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 1, 1, 2}));
  EXPECT_EQ(population.members().size(), 5u);
}

TEST(Population, exposes_pensioners_from_the_month_after_retirement) {
  const Population population(roster({pensioner({1964, 3}, {2024, 3}), pensioner({1950, 3}, {2010, 3})}), year);
  for (const Cohort& cohort : population.cohorts()) {
    const bool retires_within = cohort.retired == Month(2024, 3);
    EXPECT_EQ(cohort.exposed, retires_within ? Month(2024, 4) : Month(2024, 1));
  }
}

TEST(Population, holds_members_at_work_constant_until_it_evolves) {
  const Population constant(roster({at_work(Month::none()), at_work(Month(2024, 5))}), year);
  ASSERT_EQ(constant.cohorts().size(), 1u) << "without mortality one group";
  EXPECT_TRUE(constant.cohorts()[0].exposed.is_none());
  const Population evolving(roster({at_work(Month(2025, 5))}, Month(2025, 1)), Horizon{Month(2024, 1), 24});
  ASSERT_EQ(evolving.cohorts().size(), 1u);
  EXPECT_EQ(evolving.cohorts()[0].exposed, Month(2025, 1));
  EXPECT_EQ(evolving.cohorts()[0].retired, Month(2025, 5));
}

/// q = 1 at every age: who is exposed is dead after a month.
TEST(Population, survival_is_certain_before_exposure) {
  LifeTable table;
  table.first_age = 0;
  for (auto& q : table.q) q.assign(120, Rate(1, 1));
  const Mortality mortality(table, {Rate(1, 1), Rate(1, 1), Rate(1, 1)});
  const Population population(roster({pensioner({1964, 3}, {2024, 3})}), year);
  const SurvivalPaths paths = survival_paths(population, mortality);
  ASSERT_EQ(paths.size(), 1u);
  ASSERT_EQ(paths[0].size(), 13u);
  EXPECT_EQ(paths[0][3], certain) << "alive on 1 April, having retired in March";
  EXPECT_EQ(paths[0][4], 0) << "dead by 1 May";
}

}  // namespace
}  // namespace disburse
