// Rosters as a whole.
#include "scenarios/office/plausibility.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace disburse {
namespace {

CheckLimits limits() {
  CheckLimits limits;
  limits.fewest_pensioners = 4;
  limits.centenarians = 3;
  for (CheckLimits::Usual& usual : limits.usual) usual = {Money::yuan(1000), Money::yuan(2000), 60, 70, 20, 80};
  return limits;
}

/// Four pensioners, two of them women, of so many years, with so much a month and a yuan more each.
Roster four(int age, Money pension, Scheme scheme = Scheme::enterprise) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  for (int i = 0; i < 4; ++i) {
    Member member;
    member.scheme = scheme;
    member.role = Role::pensioner;
    member.sex = i % 2 == 0 ? Sex::female : Sex::male;
    member.birth = Month(2023 - age, 1);
    member.pension = pension + Money::yuan(i);
    roster.add(MemberKey::from("R" + std::to_string(i)), member);
  }
  return roster;
}

std::vector<std::string> rules(const Roster& roster) {
  std::vector<OfficeFinding> findings;
  find_unusual(roster, limits(), findings);
  std::vector<std::string> found;
  for (const OfficeFinding& finding : findings) found.push_back(finding.rule);
  std::sort(found.begin(), found.end());
  return found;
}

using Rules = std::vector<std::string>;

TEST(Plausibility, finds_what_is_outside_of_the_usual) {
  EXPECT_EQ(rules(four(65, Money::yuan(1500))), Rules{});
  EXPECT_EQ(rules(four(65, Money::yuan(900))), Rules{"average_pension_unusual"});
  EXPECT_EQ(rules(four(65, Money::yuan(15))), Rules{"average_pension_improbable"});
  EXPECT_EQ(rules(four(65, Money::yuan(150'000))), Rules{"average_pension_improbable"});
  EXPECT_EQ(rules(four(55, Money::yuan(1500))), Rules{"average_age_unusual"});
  EXPECT_EQ(rules(four(101, Money::yuan(1500))), (Rules{"average_age_unusual", "many_centenarians"}));
}

TEST(Plausibility, pensions_all_equal_are_told_but_for_residents) {
  Roster same = four(65, Money::yuan(1500));
  for (std::size_t i = 0; i < same.size(); ++i) same.pension[i] = 150'000;
  EXPECT_EQ(rules(same), Rules{"pensions_all_equal"});
  for (std::size_t i = 0; i < same.size(); ++i) same.scheme[i] = Scheme::resident;
  EXPECT_EQ(rules(same), Rules{});
}

}  // namespace
}  // namespace disburse
