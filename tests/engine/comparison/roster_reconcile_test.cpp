// Every member has one cause, and the causes sum to the difference of the rosters.
#include "engine/comparison/roster_reconcile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

Member pensioner(std::int64_t fen) {
  Member member;
  member.scheme = Scheme::civil_service;
  member.role = Role::pensioner;
  member.birth = Month(1950, 1);
  member.joined = Month(1975, 1);
  member.retired = Month(2010, 1);
  member.pension = Money::fen(fen);
  return member;
}

Member at_work() {
  Member member = pensioner(0);
  member.role = Role::active;
  member.retired = Month::none();
  return member;
}

Roster roster_of(const std::vector<std::pair<std::string, Member>>& members, Month as_of) {
  Roster roster;
  roster.as_of = as_of;
  for (const auto& [key, member] : members) roster.add(MemberKey::from(key), member);
  return roster;
}

const RosterMovement& of(const Reconciliation& r, RosterCause cause) {
  return r.movements[static_cast<std::size_t>(Scheme::civil_service)][static_cast<std::size_t>(cause)];
}

TEST(Reconcile, gives_each_member_one_cause) {
  Member corrected = pensioner(300);
  corrected.sex = Sex::female;
  const Roster before = roster_of({{"a", pensioner(100)},
                                   {"b", pensioner(200)},
                                   {"c", pensioner(300)},
                                   {"d", pensioner(400)},
                                   {"e", at_work()},
                                   {"f", at_work()}},
                                  Month(2023, 12));
  const Roster after = roster_of({{"f", pensioner(600)},
                                  {"a", pensioner(100)},
                                  {"b", pensioner(250)},
                                  {"c", corrected},
                                  {"g", pensioner(700)},
                                  {"h", at_work()}},
                                 Month(2024, 1));
  const Reconciliation r = reconcile(before, after, 5);
  EXPECT_EQ(of(r, RosterCause::unchanged).persons, 1);
  EXPECT_EQ(of(r, RosterCause::adjusted).persons, 1);
  EXPECT_EQ(of(r, RosterCause::adjusted).after - of(r, RosterCause::adjusted).before, Money::fen(50));
  EXPECT_EQ(of(r, RosterCause::corrected).persons, 1);
  EXPECT_EQ(of(r, RosterCause::ceased).before, Money::fen(400));
  EXPECT_EQ(of(r, RosterCause::left).persons, 1);
  EXPECT_EQ(of(r, RosterCause::retired).after, Money::fen(600));
  EXPECT_EQ(of(r, RosterCause::entered).after, Money::fen(700));
  EXPECT_EQ(of(r, RosterCause::joined).persons, 1);
  EXPECT_EQ(r.total_before, Money::fen(1000));
  EXPECT_EQ(r.total_after, Money::fen(1950));
  EXPECT_EQ(r.keys[static_cast<std::size_t>(RosterCause::ceased)], (std::vector<std::string>{"d"}));
}

RC_GTEST_PROP(Reconcile, causes_sum_to_both_totals, ()) {
  const auto make = [](Month as_of) {
    std::vector<std::pair<std::string, Member>> members;
    for (int i = 0; i < 20; ++i) {
      const int kind = *rc::gen::inRange(0, 4);
      if (kind == 0) continue;
      members.emplace_back("k" + std::to_string(i), kind == 1 ? at_work() : pensioner(*rc::gen::inRange(0, 1000)));
    }
    return roster_of(members, as_of);
  };
  const Roster before = make(Month(2023, 12));
  const Roster after = make(Month(2024, 1));
  const Reconciliation r = reconcile(before, after, 0);
  Money old_sum;
  Money new_sum;
  std::int64_t persons = 0;
  for (const auto& scheme : r.movements) {
    for (const RosterMovement& one : scheme) {
      old_sum += one.before;
      new_sum += one.after;
      persons += one.persons;
    }
  }
  RC_ASSERT(old_sum == r.total_before);
  RC_ASSERT(new_sum == r.total_after);
  std::int64_t old_pensions = 0;
  for (const std::int64_t fen : before.pension) old_pensions += fen;
  RC_ASSERT(r.total_before == Money::fen(old_pensions));
  RC_ASSERT(persons >= static_cast<std::int64_t>(std::max(before.size(), after.size())));
}

}  // namespace
}  // namespace disburse
