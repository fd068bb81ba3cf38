#pragma once
// The roster (花名册): members in columns.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/digest.hpp"
#include "engine/members/member.hpp"
#include "engine/members/member_columns.hpp"

namespace disburse {

/// What stands before the members.
struct RosterHead {
  Month as_of;         ///< the month at whose end the roster was taken; a run begins the month after
  Month evolves_from;  ///< members at work or paying are exposed to death from here; none: they are held constant
                       ///< for the first year. The month after `as_of` in a roster that was carried on.
  std::string source;  ///< "recipe county-2024, seed 20240101" or the file it was read from
  std::string digest;  ///< SHA-256 of all columns; empty where nobody asked for it
  /// Whether a projection carried the members to `as_of`: they go on at once, and some may be dead.
  bool is_carried() const { return !evolves_from.is_none() && evolves_from <= as_of + 1; }
};

/// All members, column by column; every column has `size()` entries. Immutable once checked.
struct Roster : RosterHead, RosterColumns {
  std::vector<MemberKey> key;

  /// Calls f(column...) for every column, in their order, with that of each roster.
  template <class F, class... Rosters>
  static void each_column(F f, Rosters&... rosters);

  std::size_t size() const { return key.size(); }
  void reserve(std::size_t members);
  void add(const MemberKey& member_key, const Member& member);
  void append(const Roster& members);
  Member member(std::size_t i) const;
  /// Members [begin, end), under the same head.
  Roster slice(std::size_t begin, std::size_t end) const;
  /// The head alone: date, source and digest, no members.
  Roster head() const { return slice(0, 0); }
  /// Row of `member_key`, or size() when there is none.
  std::size_t find(std::string_view member_key) const;
};

template <class F, class... Rosters>
void Roster::each_column(F f, Rosters&... rosters) {
  f(rosters.key...);
  each_column_of(member_columns<Exact>, [&](const auto& column) { f(rosters.*column.values...); });
}

inline Member Roster::member(std::size_t i) const {
  Member member;
  each_column_of(member_columns<Exact>, [&](const auto& column) { column.put(member, (this->*column.values)[i]); });
  return member;
}

/// The digest of a roster that comes piece by piece: SHA-256 over `as_of` and the SHA-256 of every column, independent
/// of how the roster was made and of its pieces. That a roster was carried on, and the chance of its members to be
/// alive, is of it only then.
class RosterDigest {
 public:
  void add(const Roster& piece);
  std::string hex(const RosterHead& head);

 private:
  static constexpr std::size_t columns = 1 + member_column_count;  // the key is one, too
  std::array<Sha256, columns> columns_;
};

std::string digest_of(const Roster& roster);

}  // namespace disburse
