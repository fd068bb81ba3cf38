// A member's key and since when one is a member.
#include "engine/members/member.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

TEST(MemberKey, keeps_up_to_32_characters) {
  const std::string longest(32, 'a');
  EXPECT_EQ(MemberKey::from(longest).view(), longest);
  EXPECT_EQ(MemberKey::from("C00001").view(), "C00001");
  EXPECT_EQ(MemberKey::from("").view(), "");
  EXPECT_THROW(MemberKey::from(longest + "b"), ProgramFault);
}

TEST(MemberKey, orders_as_its_text) {
  EXPECT_LT(MemberKey::from("C00001"), MemberKey::from("C00002"));
  EXPECT_LT(MemberKey::from("C1"), MemberKey::from("C10"));
  EXPECT_EQ(MemberKey::from("C1"), MemberKey::from("C1"));
}

TEST(Member, belongs_from_the_month_of_joining_on) {
  Member member;
  member.joined = Month(2024, 7);
  EXPECT_FALSE(member.is_member_in(Month(2024, 6)));
  EXPECT_TRUE(member.is_member_in(Month(2024, 7)));
}

TEST(Member, who_joined_on_an_unknown_day_is_one_throughout) { EXPECT_TRUE(Member{}.is_member_in(Month(1990, 1))); }

}  // namespace
}  // namespace disburse
