// Members piece by piece: every member once, whether in memory or in a file.
#include "engine/session/member_pieces.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

/// A roster that is handed out as a file would be.
class Rows final : public MemberSource {
 public:
  explicit Rows(Roster roster) : roster_(std::move(roster)), head_(roster_.head()) {}
  const Roster& head() const override { return head_; }
  std::size_t size() const override { return roster_.size(); }
  Roster rows(std::size_t begin, std::size_t end) override {
    ++readings;
    return roster_.slice(begin, end);
  }

  int readings = 0;

 private:
  Roster roster_, head_;
};

LoadedData with_roster(const Roster& roster, bool as_file) {
  LoadedData data = *base_data();
  if (as_file) {
    data.file = std::make_shared<Rows>(roster);
  } else {
    data.roster = roster;
  }
  return data;
}

std::vector<std::string> keys_seen(const Session& session) {
  std::vector<std::string> keys;
  each_piece(session, [&](const Roster& piece) {
    for (const MemberKey& key : piece.key) keys.emplace_back(key.view());
  });
  return keys;
}

const Roster& opening() {
  static const Roster roster = [] {
    const ParameterTree& law = base_session().law.parameters;
    return thinned(opening_members(*base_data(), law, base_scenario()), 200);
  }();
  return roster;
}

TEST(MemberPieces, visit_every_member_once_and_those_who_join_later) {
  const Session session = make_session(with_roster(opening(), false), base_scenario());
  std::vector<std::string> keys = keys_seen(session);
  EXPECT_EQ(keys.size(), session.roster.size());
  EXPECT_GE(session.roster.size(), session.opening);
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(MemberPieces, are_the_same_from_memory_and_from_a_file) {
  const Session memory = make_session(with_roster(opening(), false), base_scenario());
  const Session file = make_session(with_roster(opening(), true), base_scenario());
  EXPECT_EQ(file.roster.size(), 0U) << "the head alone";
  EXPECT_EQ(file.opening, opening().size());
  EXPECT_EQ(keys_seen(file), keys_seen(memory));
}

TEST(MemberPieces, that_nobody_wants_are_read_for_their_digest_or_left_out) {
  const LoadedData data = with_roster(opening(), true);
  const Session session = make_session(data, base_scenario());
  const Rows& rows = dynamic_cast<const Rows&>(*session.file);
  const int before = rows.readings;
  const auto nobody = [](std::size_t) { return false; };
  int visits = 0;
  const auto visit = [&](const Roster&, std::size_t) { ++visits; };
  ASSERT_EQ(piece_count(session), 1U);
  each_piece(session, nobody, UnaskedRows::read, visit);
  EXPECT_EQ(rows.readings, before + 1);
  each_piece(session, nobody, UnaskedRows::left_out, visit);
  EXPECT_EQ(rows.readings, before + 1);
  EXPECT_EQ(visits, 0);
}

TEST(MemberPieces, under_another_law_are_those_of_a_share) {
  Scenario two_years = base_scenario();
  two_years.horizon.count = 24;
  const Session session = make_session(with_roster(opening(), false), two_years);
  ASSERT_TRUE(can_be_made_anew(session));
  std::vector<Portion> portions;
  for (std::size_t part = 0; part < 3; ++part) {
    each_piece_under(session.law.parameters, session, {part, 3}, [&](const Roster& members, Portion portion) {
      EXPECT_EQ(members.size(), session.roster.size());
      portions.push_back(portion);
    });
  }
  EXPECT_EQ(portions, (std::vector<Portion>{{0, 1, 3}, {1, 2, 3}, {2, 3, 3}}));
}

TEST(MemberPieces, begin_with_the_first_one) {
  const Session memory = make_session(with_roster(opening(), false), base_scenario());
  EXPECT_EQ(first_piece(memory).size(), memory.roster.size()) << "all fit one piece";
  const Session file = make_session(with_roster(opening(), true), base_scenario());
  const Roster first = first_piece(file);
  EXPECT_EQ(first.as_of, opening().as_of);
  EXPECT_LE(first.size(), opening().size()) << "without those who join later";
  EXPECT_GT(first.size(), 0U);
}

TEST(MemberPieces, of_paths_hold_all_members) {
  const Session session = make_session(with_roster(opening(), false), base_scenario());
  const SessionPaths pieces(session, city_columns(session.programmes, session.scenario.horizon));
  std::size_t visited = 0, taken = 0;
  pieces.each(1, [&](const MemberPaths& paths) {
    for (const SchemePaths& scheme : paths) visited += scheme.all;
  });
  pieces.hand_out(1, [&](MemberPaths&& paths) {
    for (const SchemePaths& scheme : paths) taken += scheme.all;
  });
  EXPECT_EQ(visited, session.roster.size());
  EXPECT_EQ(taken, visited);
}

}  // namespace
}  // namespace disburse
