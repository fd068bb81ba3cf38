// Members in smooth numbers: the amounts of the roster, with the slope of what they were stretched by.
#include "engine/derivatives/smooth_members.hpp"

#include <gtest/gtest.h>

#include "support/made_programme.hpp"
#include "support/members.hpp"

namespace disburse {
namespace {

/// An enterprise pensioner retired long ago, one who retires after the roster's day, a resident, and one without.
Roster roster() {
  Member entrant = made_pensioner(Scheme::enterprise, 300_yuan);
  entrant.retired = Month(2024, 3);
  return made_roster({made_pensioner(Scheme::enterprise, 200_yuan), entrant, made_pensioner(Scheme::resident, 200_yuan),
                      made_pensioner(Scheme::enterprise, Money{})});
}

Dual assumed(double value) {
  Dual made = Dual::number(value);
  made.set_slope(0, 1.0);
  return made;
}

/// Factor 1 with a slope of 1 to the first assumption, above a least of 50 yuan.
Stretch stretch(Stretch::Whose whose) { return {Scheme::enterprise, &Roster::pension, 50_yuan, assumed(1.0), whose}; }

double slope(const Roster& rows, Stretch::Whose whose, std::size_t row) {
  return SmoothMembers(rows, {stretch(whose)}).member(row).pension.slope(0);
}

TEST(SmoothMembers, have_the_rosters_amounts) {
  const Roster rows = made_roster({member_unlike_any_default()});
  const MemberOf<Smooth> member = SmoothMembers(rows, {}).member(0);
  EXPECT_EQ(member.pension.value(), 101.0) << "fen";
  EXPECT_EQ(member.account_pension.value(), 202.0);
  EXPECT_EQ(member.base.value(), 303.0);
  EXPECT_EQ(member.annuity_base.value(), 404.0);
  EXPECT_EQ(member.retired, Month(2021, 5));
  EXPECT_EQ(member.service_months, 457);
}

TEST(SmoothMembers, slope_by_what_lies_above_the_least) {
  const Roster rows = roster();
  EXPECT_EQ(slope(rows, Stretch::Whose::all, 0), 15'000.0) << "200 less 50 yuan";
  EXPECT_EQ(SmoothMembers(rows, {stretch(Stretch::Whose::all)}).member(0).pension.value(), 20'000.0)
      << "the value stays";
  EXPECT_EQ(slope(rows, Stretch::Whose::all, 2), 0.0) << "another scheme";
  EXPECT_EQ(slope(rows, Stretch::Whose::all, 3), 0.0) << "zeros stay";
  EXPECT_EQ(SmoothMembers(rows, {stretch(Stretch::Whose::all)}).member(0).base.slope(0), 0.0) << "another column";
}

TEST(SmoothMembers, tell_the_stock_from_those_who_retire_later) {
  const Roster rows = roster();
  EXPECT_EQ(slope(rows, Stretch::Whose::stock, 0), 15'000.0);
  EXPECT_EQ(slope(rows, Stretch::Whose::stock, 1), 0.0);
  EXPECT_EQ(slope(rows, Stretch::Whose::entrants, 0), 0.0);
  EXPECT_EQ(slope(rows, Stretch::Whose::entrants, 1), 25'000.0);
}

TEST(SmoothMembers, keep_amounts_that_were_set) {
  const Roster rows = roster();
  SmoothMembers members(rows, {stretch(Stretch::Whose::all)});
  MemberOf<Smooth> changed = members.member(0);
  changed.pension = assumed(777.0);
  changed.base = Dual::number(55.0);
  members.set(0, changed);
  EXPECT_EQ(members.member(0).pension.value(), 777.0);
  EXPECT_EQ(members.member(0).pension.slope(0), 1.0);
  EXPECT_EQ(members.member(0).base.value(), 55.0);
  EXPECT_EQ(members.member(1).pension.value(), 30'000.0) << "the others are as they were";
}

}  // namespace
}  // namespace disburse
