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
  Roster rows(std::size_t begin, std::size_t end) override { return roster_.slice(begin, end); }

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
