// Weights that meet published headcounts: a table worked by hand, contradictions named, whole members counted.
#include "engine/members/raking.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace disburse {
namespace {

using testing::HasSubstr;

Roster group_of(const std::vector<std::pair<Sex, int>>& sex_and_age) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  for (const auto& [sex, age] : sex_and_age) {
    Member member;
    member.scheme = Scheme::enterprise;
    member.sex = sex;
    member.birth = Month(2023 - age, 6);
    member.retired = Month(2010, 1);
    roster.add(MemberKey::from("E" + std::to_string(roster.size())), member);
  }
  return roster;
}

Margin by_sex(double men, double women) {
  return {"sex", "", Scheme::enterprise, Role::pensioner, MarginBy::sex, {{"male", 0, 0, men}, {"female", 1, 1, women}},
          {}};
}

Margin by_age(double young, double old) {
  return {"age",
          "",
          Scheme::enterprise,
          Role::pensioner,
          MarginBy::age,
          {{"-69", 0, 69, young}, {"70-", 70, std::numeric_limits<std::int64_t>::max(), old}},
          {}};
}

std::string errors_of(const Roster& roster, const std::vector<Margin>& margins) {
  try {
    rake(roster, margins);
  } catch (const InputRejected& rejected) {
    std::string all;
    for (const InputError& error : rejected.errors()) all += to_string(error) + "\n";
    return all;
  }
  return "";
}

TEST(Raking, one_margin_is_a_ratio) {
  const Roster roster = group_of({{Sex::male, 60}, {Sex::male, 75}, {Sex::female, 60}, {Sex::female, 75}});
  const Raking raking = rake(roster, {by_sex(3, 1)});
  EXPECT_EQ(raking.weight, (std::vector<double>{1.5, 1.5, 0.5, 0.5}));
  // (3 + 1)^2 / (4 x (2.25 x 2 + 0.25 x 2)) = 16 / 20
  EXPECT_DOUBLE_EQ(raking.effective_share, 0.8);
  EXPECT_DOUBLE_EQ(raking.least, 0.5);
  EXPECT_DOUBLE_EQ(raking.most, 1.5);
}

TEST(Raking, two_margins_keep_the_odds_of_the_roster) {
  // Men: one young, one old; women: two young, one old. Odds ratio 1/2. Wanted: 4 men, 6 women; 5 young, 5 old. With x
  // young men, x (1 + x) = (4 - x)(5 - x) / 2, or x^2 + 11 x - 20 = 0: x = (sqrt(201) - 11) / 2.
  const Roster roster =
      group_of({{Sex::male, 60}, {Sex::male, 80}, {Sex::female, 60}, {Sex::female, 61}, {Sex::female, 80}});
  const Raking raking = rake(roster, {by_sex(4, 6), by_age(5, 5)});
  const double x = (std::sqrt(201.0) - 11.0) / 2.0;
  EXPECT_NEAR(raking.weight[0], x, 1e-5);
  EXPECT_NEAR(raking.weight[1], 4 - x, 1e-5);
  EXPECT_NEAR(raking.weight[2] + raking.weight[3], 5 - x, 1e-5);
  for (const RakedCell& cell : raking.cells) EXPECT_NEAR(cell.after, cell.wanted, 1e-5) << cell.cell;
}

TEST(Raking, who_is_in_no_margin_keeps_weight_one) {
  Roster roster = group_of({{Sex::male, 60}, {Sex::female, 60}});
  Member resident;
  resident.scheme = Scheme::resident;
  resident.retired = Month(2010, 1);
  roster.add(MemberKey::from("N1"), resident);
  Member later = roster.member(0);
  later.retired = Month(2024, 3);  // not drawing yet
  roster.add(MemberKey::from("E9"), later);
  const Raking raking = rake(roster, {by_sex(10, 20)});
  EXPECT_EQ(raking.weight, (std::vector<double>{10, 20, 1, 1}));
  EXPECT_EQ(rake(roster, {}).weight, std::vector<double>(4, 1.0));
}

TEST(Raking, contradictions_are_told_all_at_once) {
  const Roster roster = group_of({{Sex::male, 60}, {Sex::male, 61}});
  const std::string text = errors_of(roster, {by_sex(10, 5), by_age(9, 0)});
  EXPECT_THAT(text, HasSubstr("female is to have 5 persons and the roster has none"));
  EXPECT_THAT(text, HasSubstr("sums to 9 persons, sex to 15"));
  Margin hole = by_age(10, 0);
  hole.cells[0].high = 60;
  EXPECT_THAT(errors_of(roster, {hole}), HasSubstr("1 members of the group are in no cell"));
  Margin twice = by_age(10, 0);
  twice.cells[1].low = 65;
  EXPECT_THAT(errors_of(roster, {twice}), HasSubstr("70- overlaps -69"));
  // Each can be met, both cannot: all men are young, all women old.
  const Roster apart = group_of({{Sex::male, 60}, {Sex::female, 80}});
  EXPECT_THAT(errors_of(apart, {by_sex(4, 6), by_age(5, 5)}), HasSubstr("no weights meet all margins"));
}

RC_GTEST_PROP(Raking, whole_members_keep_every_run_within_one_person, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(1, 60);
  const auto quarters = *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(0, 14));
  const Roster roster = group_of(std::vector<std::pair<Sex, int>>(size, {Sex::male, 65}));
  std::vector<double> weight;
  double total = 0.0;
  for (const int quarter : quarters) total += weight.emplace_back(quarter / 4.0);
  const Roster whole = weighted_roster(roster, weight);
  RC_ASSERT(std::abs(static_cast<double>(whole.size()) - total) <= 1.0);
  std::vector<MemberKey> keys = whole.key;
  std::sort(keys.begin(), keys.end());
  RC_ASSERT(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  const std::vector<double> ones(size, 1.0);
  RC_ASSERT(weighted_roster(roster, ones).key == roster.key);
}

}  // namespace
}  // namespace disburse
