// How members go on after the roster's first year: retirement by birth month and law, awards, newcomers.
#include "models/outlook.hpp"

#include <gtest/gtest.h>

#include <map>

#include "models/retirement_age.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

const ParameterTree& law() {
  static const Session session = [] {
    InputOptions options;
    options.horizon = {"2024-01..2030-12", "--horizon"};
    return open_session(options);
  }();
  return session.law.parameters;
}

Roster one(Member member) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  roster.add(MemberKey::from("X1"), member);
  return roster;
}

Member at_work(Sex sex, Month birth) {
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = Role::active;
  member.sex = sex;
  member.birth = birth;
  member.joined = birth + 12 * 22;
  member.service_months = Month(2023, 12) - member.joined;
  member.base = 8088.00_yuan;
  return member;
}

Member after(const Member& member, Month last = Month(2030, 12)) {
  return with_outlook(one(member), law(), last, 1).member(0);
}

TEST(Outlook, the_first_year_changes_nothing) {
  const Member member = at_work(Sex::male, Month(1965, 3));
  const Roster same = with_outlook(one(member), law(), Month(2024, 12), 1);
  EXPECT_EQ(same.size(), 1U);
  EXPECT_TRUE(same.evolves_from.is_none());
  EXPECT_TRUE(Month::from_index(same.retired[0]).is_none());
}

/// Born 1965-03: first cohort of men, one month late, 2025-04.
TEST(Outlook, a_man_at_work_retires_by_birth_month_and_law_on_an_award) {
  const Member member = after(at_work(Sex::male, Month(1965, 3)));
  EXPECT_EQ(member.retired, Month(2025, 4));
  EXPECT_EQ(member.role, Role::active) << "the role is that of the roster's day";
  EXPECT_EQ(member.service_months, Month(2025, 4) - member.joined);
  // C = 8202 (April 2025, before the new base of July), z = 1, N = 38.08 (457 months): 8202 x 0.3808 = 3123.32
  // transition: joined 1987-03, 331 months to 2014-10 = 27.58 years: 8202 x 1.2 x 27.58 x 1.3 % = 3528.89
  // account at 60 years and 1 month: balance / 138.4
  EXPECT_EQ(member.pension - member.account_pension, 3123.32_yuan + 3528.89_yuan);
  EXPECT_GT(member.account_pension, 500.00_yuan);
  EXPECT_LT(member.account_pension, 900.00_yuan);
}

TEST(Outlook, a_woman_at_work_retires_at_55_and_the_delay) {
  EXPECT_EQ(after(at_work(Sex::female, Month(1971, 4))).retired, Month(2026, 8));  // 55 years 4 months
}

TEST(Outlook, a_payer_reaches_sixty_with_fifteen_years_and_an_account) {
  Member payer;
  payer.scheme = Scheme::resident;
  payer.role = Role::payer;
  payer.birth = Month(1966, 2);
  payer.joined = Month(2011, 7);
  payer.service_months = 144;
  payer.grade = 200;
  const Member then = after(payer);
  EXPECT_EQ(then.retired, Month(2026, 2)) << "the residents' age is not delayed";
  EXPECT_EQ(then.service_months, 180) << "170 months by then, topped up to fifteen years";
  // (200 + 40) x (1.03^15 - 1) / 0.03 / 139 = 240 x 18.59891 / 139 = 32.11
  EXPECT_EQ(then.account_pension, 32.11_yuan);
}

TEST(Outlook, who_would_have_left_in_the_first_year_is_a_newcomer_afterwards) {
  Member payer;
  payer.scheme = Scheme::resident;
  payer.role = Role::payer;
  payer.birth = Month(1964, 5);
  payer.service_months = 144;
  payer.grade = 200;
  const Member then = after(payer);
  EXPECT_EQ(then.birth, Month(1994, 12));
  EXPECT_EQ(then.retired, Month(2054, 12));
}

/// 3,200 a year reach the old age evenly: 1,600 men, 480 women of 55, 1,120 women of 50. Who turns 60 in January 2025
/// was born in 1965-01 and retires a month later; four birth months share a delay, women of 50 two.
TEST(Outlook, the_inflow_of_enterprise_retirees_thins_out_while_the_delay_grows) {
  const Roster roster = with_outlook(one(at_work(Sex::male, Month(1990, 1))), law(), Month(2026, 12), 1);
  std::map<std::pair<Sex, int>, int> retired;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] != Scheme::enterprise) continue;
    const Month month = Month::from_index(roster.retired[i]);
    retired[{roster.sex[i], month.year()}] += 1;
    EXPECT_GE(month, Month(2025, 2)) << "nobody retires in January 2025: the first cohort waits a month";
  }
  // Men: births 1965-01..1965-09 retire in 2025 (1965-09 is delayed three months: 2025-12): nine months of births
  EXPECT_EQ((retired[{Sex::male, 2025}]), 4 * 134 + 5 * 133) << "1,600 are 133 a month, and 134 in the first four";
  EXPECT_LT((retired[{Sex::male, 2026}]), 1600);
}

TEST(Outlook, a_flexible_choice_stays_within_the_law) {
  Session early = session_with({"outlook.early_share=1", "outlook.early_months=36"});
  const Member member = at_work(Sex::male, Month(1966, 9));  // 60 in 2026-09, delay 6 months: 2027-03
  const auto retired = [&](const ParameterTree& tree) {
    return with_outlook(one(member), tree, Month(2030, 12), 1).member(0).retired;
  };
  EXPECT_EQ(retired(law()), Month(2027, 3));
  EXPECT_EQ(retired(early.law.parameters), Month(2026, 9)) << "not below the old age";
  Session late = session_with({"outlook.late_share=1", "outlook.late_months=12"});
  EXPECT_EQ(retired(late.law.parameters), Month(2028, 3));
}

TEST(Outlook, newcomers_join_every_month_and_have_keys_of_their_own) {
  const Roster roster = with_outlook(one(at_work(Sex::male, Month(1990, 1))), law(), Month(2026, 12), 1);
  std::map<std::string_view, int> keys;
  int hired = 0;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    EXPECT_EQ(++keys[roster.key[i].view()], 1);
    hired += roster.role[i] == Role::active && Month::from_index(roster.joined[i]) >= Month(2025, 1) ? 1 : 0;
  }
  EXPECT_EQ(hired, 2 * 180);
}

}  // namespace
}  // namespace disburse
