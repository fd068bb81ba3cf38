// How members go on after the roster's first year: retirement by birth month and law, awards, newcomers.
#include "models/outlook.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

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
  EXPECT_EQ(then.service_months, 170) << "what is lacking to fifteen years is made up in the account, at once";
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

ParameterTree law_with(const std::string& set) {
  InputOptions options;
  options.horizon = {"2024-01..2030-12", "--horizon"};
  options.sets = {set};
  return open_session(options).law.parameters;
}

/// Enterprise men by month of birth: how many, and the months in which they retire.
struct Born {
  int persons = 0;
  std::set<Month> retire;
};
std::map<Month, Born> men_born(const ParameterTree& tree) {
  const Roster roster = with_outlook(one(at_work(Sex::male, Month(1990, 1))), tree, Month(2030, 12), 1);
  std::map<Month, Born> born;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (roster.scheme[i] != Scheme::enterprise || roster.sex[i] != Sex::male) continue;
    Born& one_month = born[Month::from_index(roster.birth[i])];
    ++one_month.persons;
    one_month.retire.insert(Month::from_index(roster.retired[i]));
  }
  return born;
}

/// Whatever the age and its months, as many are born in a month as before, and each of them retires once.
TEST(Outlook, another_statutory_age_loses_no_enterprise_member_and_counts_none_twice) {
  const std::map<Month, Born> base = men_born(law());
  for (const char* change : {"2026-01..2026-12=59", "2026-01..2026-12=62", "2025-01..2030-12=58", "2027-05..2027-06=57",
                             "2028-01=61", "2025-01=59"}) {
    const std::map<Month, Born> other = men_born(law_with(std::string("retirement.old_age_male@") + change));
    for (Month birth(1965, 1); birth <= Month(1968, 6); ++birth) {
      ASSERT_TRUE(other.contains(birth)) << change << " loses those born in " << birth;
      EXPECT_EQ(other.at(birth).persons, base.at(birth).persons) << change << " " << birth;
      EXPECT_EQ(other.at(birth).retire.size(), 1U) << change << " " << birth;
    }
  }
  const std::map<Month, Born> lower = men_born(law_with("retirement.old_age_male=59"));
  for (Month birth(1965, 1); birth <= Month(1968, 6); ++birth)
    EXPECT_EQ(lower.at(birth).persons, base.at(birth).persons) << birth;
}

/// 59 in 2026 alone. Born 1966-02 to 1967-01 are 59 already and reach the age in January 2026, those born 1967-02 on in
/// the month in which they turn 59; whoever turns 59 in 2027 waits for 60. The delay goes by birth: 13 and 24 months
/// after 1965-01 are the 4th and 7th month of delay, 36 the 10th.
TEST(Outlook, a_lower_age_in_some_months_retires_those_who_are_as_old_in_them) {
  const auto born = men_born(law_with("retirement.old_age_male@2026-01..2026-12=59"));
  const auto retires = [&](Month birth) { return *born.at(birth).retire.begin(); };
  EXPECT_EQ(retires(Month(1966, 1)), Month(2026, 5)) << "60 in January 2026, the 4th month of delay";
  EXPECT_EQ(retires(Month(1966, 2)), Month(2026, 5));
  EXPECT_EQ(retires(Month(1967, 1)), Month(2026, 8));
  EXPECT_EQ(retires(Month(1967, 12)), Month(2027, 9)) << "59 in December 2026, the 9th month";
  EXPECT_EQ(retires(Month(1968, 1)), Month(2028, 11)) << "60 in January 2028, the 10th month";
}

/// 62 in 2026 alone: who turns 60 in it waits until 60 is the age again, in January 2027.
TEST(Outlook, a_higher_age_in_some_months_lets_those_who_reach_it_wait) {
  const auto born = men_born(law_with("retirement.old_age_male@2026-01..2026-12=62"));
  EXPECT_EQ(*born.at(Month(1966, 6)).retire.begin(), Month(2027, 6)) << "17 months after 1965-01: the 5th month";
  EXPECT_EQ(*born.at(Month(1965, 12)).retire.begin(), Month(2026, 3)) << "60 in December 2025, the 3rd month";
}

/// Whom an age of 59 for good reaches in 2024 is still at work and retires when the members go on by law, not never.
TEST(Outlook, a_lower_age_for_good_retires_at_once_who_is_older) {
  const ParameterTree lower = law_with("retirement.old_age_male=59");
  const Roster roster = with_outlook(one(at_work(Sex::male, Month(1965, 3))), lower, Month(2030, 12), 1);
  EXPECT_EQ(Month::from_index(roster.birth[0]), Month(1965, 3)) << "not replaced by a newcomer";
  EXPECT_EQ(Month::from_index(roster.retired[0]), Month(2025, 1));
}

Member payer_born(Month birth) {
  Member payer;
  payer.scheme = Scheme::resident;
  payer.role = Role::payer;
  payer.birth = birth;
  payer.joined = Month(2011, 7);
  payer.service_months = 144;
  payer.grade = 200;
  return payer;
}

/// 59 from July to December 2026: who is 59 by June draws from July on, the others from the month after they turn 59.
TEST(Outlook, a_lower_residents_age_pays_those_of_that_age_from_its_first_month_on) {
  const ParameterTree lower = law_with("retirement.resident_age@2026-07..2026-12=59");
  const auto reached = [&](Month birth) {
    return with_outlook(one(payer_born(birth)), lower, Month(2030, 12), 1).member(0).retired;
  };
  EXPECT_EQ(reached(Month(1966, 3)), Month(2026, 3)) << "60 before";
  EXPECT_EQ(reached(Month(1966, 12)), Month(2026, 6)) << "paid from July 2026 on";
  EXPECT_EQ(reached(Month(1967, 6)), Month(2026, 6));
  EXPECT_EQ(reached(Month(1967, 9)), Month(2026, 9));
  EXPECT_EQ(reached(Month(1967, 12)), Month(2026, 12));
  EXPECT_EQ(reached(Month(1968, 1)), Month(2028, 1)) << "59 when it is 60 again";
}

/// In the roster's own year, too: payers of 59, and those counted as turning 60 in it, who are 59 already.
TEST(Outlook, a_lower_residents_age_pays_in_the_rosters_year) {
  Member counted = payer_born(Month(1964, 9));
  counted.role = Role::pensioner;
  counted.retired = Month(2024, 9);
  const Month last(2024, 12);
  const auto reached = [&](const char* set, const Member& member) {
    return with_outlook(one(member), law_with(set), last, 1).member(0).retired;
  };
  EXPECT_EQ(reached("retirement.resident_age=59", payer_born(Month(1965, 5))), Month(2024, 5));
  EXPECT_TRUE(reached("retirement.resident_age=59", payer_born(Month(1964, 5))).is_none()) << "is counted among those";
  EXPECT_EQ(reached("retirement.resident_age=59", counted), Month(2023, 12)) << "drawing from the first month on";
  EXPECT_EQ(reached("retirement.resident_age@2024-07..2024-12=59", counted), Month(2024, 6));
  EXPECT_EQ(reached("retirement.resident_age@2024-10..2024-12=59", counted), Month(2024, 9)) << "60 before";
  EXPECT_EQ(reached("retirement.resident_age=61", counted), Month(2025, 9));
  EXPECT_EQ(reached("retirement.resident_age=60", counted), Month(2024, 9));
  EXPECT_TRUE(reached("retirement.resident_age=60", payer_born(Month(1965, 5))).is_none());
}

TEST(Outlook, newcomers_are_as_many_and_such_as_their_month_says) {
  const auto hired = [](const ParameterTree& tree) {
    const Roster roster = with_outlook(one(at_work(Sex::male, Month(1990, 1))), tree, Month(2027, 12), 1);
    std::map<Month, int> joined;
    for (std::size_t i = 1; i < roster.size(); ++i) {
      if (roster.scheme[i] == Scheme::civil_service) ++joined[Month::from_index(roster.joined[i])];
    }
    return joined;
  };
  const auto base = hired(law());
  const auto other = hired(law_with("outlook.civil_service_new_members@2026-04..2026-06=360"));
  for (const auto& [month, persons] : base) {
    const bool more = Month(2026, 4) <= month && month <= Month(2026, 6);
    EXPECT_EQ(persons, 15) << "180 a year";
    EXPECT_EQ(other.at(month), more ? 30 : 15) << month;
  }
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
