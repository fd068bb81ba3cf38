#include "engine/studies/member_grouping.hpp"

#include <gtest/gtest.h>

#include "engine/studies/member_statement.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

const Session& session() {
  static const Session made = make_session(*base_data(), base_scenario());
  return made;
}

TEST(MemberGrouping, tells_whom_the_award_goes_to) {
  const MemberGroups groups = member_groups(session(), "unity_award");
  // The members that the award concerns, counted by the rule itself.
  std::int64_t concerned = 0;
  for (const auto& programme : session().programmes) {
    if (programme->definition().id != "unity_award") continue;
    for (std::size_t i = 0; i < session().roster.size(); ++i) {
      const Member member = session().roster.member(i);
      concerned += programme->concerns(member.scheme, member.role) ? 1 : 0;
    }
  }
  std::int64_t told = 0;
  Money paid;
  for (const MemberGroup& group : groups.groups) {
    EXPECT_TRUE(!group.persons || *group.persons >= 10);
    EXPECT_EQ(group.persons.has_value(), !group.member.empty());
    told += group.persons.value_or(0);
    paid += group.paid.value_or(Money{});
  }
  EXPECT_GT(told, 50'000);
  EXPECT_LE(told, concerned);
  Money by_component;
  for (const ComponentPaid& one : groups.components) by_component += one.paid;
  EXPECT_LE(paid, by_component);
}

TEST(MemberGrouping, leads_to_a_member_of_the_group) {
  const MemberGroups groups = member_groups(session(), "heating_allowance");
  ASSERT_FALSE(groups.groups.empty());
  const MemberGroup& first = groups.groups.front();
  const Statement statement = statement_of(session(), {first.member, "heating_allowance", {}});
  EXPECT_EQ(statement.member.sex, first.sex);
  EXPECT_EQ(statement.member.scheme, first.scheme);
  EXPECT_FALSE(statement.entries.empty());
}

TEST(MemberGrouping, has_no_groups_where_no_member_is_paid) {
  EXPECT_TRUE(member_groups(session(), "social_security_card").groups.empty());
  EXPECT_THROW(member_groups(session(), "unity_awards"), InputRejected);
}

}  // namespace
}  // namespace disburse
