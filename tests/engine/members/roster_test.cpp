// The roster in columns: what goes in comes out; slices, keys, digests.
#include "engine/members/roster.hpp"

#include <gtest/gtest.h>

#include "engine/base/error.hpp"
#include "support/members.hpp"

namespace disburse {
namespace {

Member second() {
  Member member;
  member.scheme = Scheme::enterprise;
  member.birth = Month(1955, 12);
  member.retired = Month(2015, 12);
  return member;
}

Roster two() {
  Roster roster;
  roster.as_of = Month(2023, 12);
  roster.source = "by hand";
  roster.add(MemberKey::from("A1"), member_unlike_any_default());
  roster.add(MemberKey::from("B2"), second());
  return roster;
}

void expect_same(const Member& a, const Member& b) {
  EXPECT_EQ(a.scheme, b.scheme);
  EXPECT_EQ(a.role, b.role);
  EXPECT_EQ(a.sex, b.sex);
  EXPECT_EQ(a.category, b.category);
  EXPECT_EQ(a.hardship, b.hardship);
  EXPECT_EQ(a.birth, b.birth);
  EXPECT_EQ(a.joined, b.joined);
  EXPECT_EQ(a.retired, b.retired);
  EXPECT_EQ(a.service_months, b.service_months);
  EXPECT_EQ(a.pension, b.pension);
  EXPECT_EQ(a.account_pension, b.account_pension);
  EXPECT_EQ(a.base, b.base);
  EXPECT_EQ(a.annuity_base, b.annuity_base);
  EXPECT_EQ(a.grade, b.grade);
}

TEST(Roster, gives_back_what_was_added) {
  const Roster roster = two();
  ASSERT_EQ(roster.size(), 2u);
  expect_same(roster.member(0), member_unlike_any_default());
  expect_same(roster.member(1), second());
  EXPECT_EQ(roster.find("B2"), 1u);
  EXPECT_EQ(roster.find("B"), 2u) << "no part of a key finds it";
}

TEST(Roster, slices_and_appends_whole_rows) {
  const Roster roster = two();
  const Roster tail = roster.slice(1, 2);
  ASSERT_EQ(tail.size(), 1u);
  expect_same(tail.member(0), second());
  EXPECT_EQ(tail.as_of, roster.as_of);
  EXPECT_EQ(tail.source, "by hand");
  Roster again = roster.head();
  EXPECT_EQ(again.size(), 0u);
  again.append(roster.slice(0, 1));
  again.append(tail);
  ASSERT_EQ(again.size(), 2u);
  expect_same(again.member(1), second());
}

TEST(Roster, has_a_digest_of_the_chance_to_live_where_it_was_carried_on) {
  Roster roster = two();
  const std::string digest = digest_of(roster);
  roster.alive[0] -= 1;
  EXPECT_EQ(digest_of(roster), digest) << "members on record are alive";
  roster.evolves_from = roster.as_of + 1;
  const std::string carried = digest_of(roster);
  EXPECT_NE(carried, digest);
  roster.alive[0] -= 1;
  EXPECT_NE(digest_of(roster), carried);
}

Roster carried_two() {
  Roster roster = two();
  roster.alive[0] = certain / 2;
  roster.evolves_from = roster.as_of + 1;
  return roster;
}

TEST(Roster, has_a_digest_of_every_column_and_of_no_pieces) {
  const Roster roster = carried_two();
  const std::string digest = digest_of(roster);
  RosterDigest pieces;
  pieces.add(roster.slice(0, 1));
  pieces.add(roster.slice(1, 2));
  EXPECT_EQ(pieces.hex(roster), digest);
  RosterDigest later;
  later.add(roster);
  RosterHead next = roster;
  next.as_of = Month(2024, 1);
  EXPECT_NE(later.hex(next), digest) << "the day counts";
  std::size_t columns = 0;
  Roster::each_column([&](const auto&) { ++columns; }, roster);
  for (std::size_t changed = 0; changed < columns; ++changed) {
    Roster other = carried_two();
    std::size_t at = 0;
    Roster::each_column(
        [&](auto& column) {
          if (at++ == changed) std::swap(column[0], column[1]);
        },
        other);
    EXPECT_NE(digest_of(other), digest) << "column " << changed;
  }
}

TEST(MemberKey, holds_up_to_32_bytes) {
  const std::string longest(32, 'x');
  EXPECT_EQ(MemberKey::from(longest).view(), longest);
  EXPECT_EQ(MemberKey::from("").view(), "");
  EXPECT_THROW(MemberKey::from(longest + "x"), ProgramFault);
  EXPECT_LT(MemberKey::from("A"), MemberKey::from("B"));
}

TEST(Member, who_joined_on_an_unknown_day_is_one) {
  Member member;
  member.joined = Month::none();
  EXPECT_TRUE(member.is_member_in(Month(1900, 1)));
  member.joined = Month(2024, 5);
  EXPECT_FALSE(member.is_member_in(Month(2024, 4)));
  EXPECT_TRUE(member.is_member_in(Month(2024, 5)));
}

TEST(Roster, words_are_those_of_the_files) {
  EXPECT_STREQ(to_string(Scheme::civil_service), "civil_service");
  EXPECT_STREQ(to_string(Scheme::enterprise), "enterprise");
  EXPECT_STREQ(to_string(Scheme::resident), "resident");
  EXPECT_STREQ(to_string(Role::pensioner), "pensioner");
  EXPECT_STREQ(to_string(Role::active), "active");
  EXPECT_STREQ(to_string(Role::payer), "payer");
  EXPECT_STREQ(to_string(Role::leaver), "leaver");
  EXPECT_STREQ(to_string(Sex::male), "male");
  EXPECT_STREQ(to_string(Sex::female), "female");
  EXPECT_STREQ(to_string(Category::ordinary), "ordinary");
  EXPECT_STREQ(to_string(Category::pre_liberation_worker), "pre_liberation_worker");
  EXPECT_STREQ(to_string(Category::state_school_teacher), "state_school_teacher");
  EXPECT_STREQ(to_string(Category::lixiu), "lixiu");
}

}  // namespace
}  // namespace disburse
