// A member's columns: what goes into a roster comes out, whatever is done with it, and the format's words stay.
#include "engine/members/member_columns.hpp"

#include <gtest/gtest.h>

#include <set>

#include "engine/members/roster.hpp"
#include "support/members.hpp"

namespace disburse {
namespace {

Roster roster_of(const Member& member) {
  Roster roster;
  roster.as_of = Month(2023, 12);
  roster.add(MemberKey::from("one"), Member{});
  roster.add(MemberKey::from("two"), member);
  return roster;
}

TEST(MemberColumns, every_field_goes_through_a_roster_and_its_pieces) {
  const Member member = member_unlike_any_default();
  const Roster roster = roster_of(member);
  EXPECT_TRUE(roster.member(1) == member);
  EXPECT_TRUE(roster.member(0) == Member{});
  EXPECT_TRUE(roster.slice(1, 2).member(0) == member);
  Roster both = roster.slice(0, 1);
  both.append(roster.slice(1, 2));
  EXPECT_TRUE(both.member(1) == member);
}

TEST(MemberColumns, each_field_changes_the_digest) {
  const Member member = member_unlike_any_default();
  std::set<std::string> digests{digest_of(roster_of(Member{}))};
  each_column_of(member_columns<Exact>, [&](const auto& column) {
    Member changed;
    changed.*column.field = member.*column.field;
    Roster roster = roster_of(changed);
    if (column.carried) roster.evolves_from = roster.as_of + 1;
    EXPECT_TRUE(digests.insert(digest_of(roster)).second) << column.name;
  });
  EXPECT_EQ(digests.size(), 1 + member_column_count);
}

TEST(MemberColumns, codes_of_the_file_format_stay_what_they_are) {
  EXPECT_EQ(code_words<Scheme>(), (std::vector<std::string>{"civil_service", "enterprise", "resident"}));
  EXPECT_EQ(code_words<Role>(), (std::vector<std::string>{"pensioner", "active", "payer", "leaver"}));
  EXPECT_EQ(code_words<Sex>(), (std::vector<std::string>{"male", "female"}));
  EXPECT_EQ(code_words<Category>(),
            (std::vector<std::string>{"ordinary", "pre_liberation_worker", "state_school_teacher", "lixiu"}));
}

}  // namespace
}  // namespace disburse
