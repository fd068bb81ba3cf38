#pragma once
// The members of a session, piece by piece: slices of a roster in memory, or read one after another from a file that is
// larger than memory.
#include <functional>

#include "engine/base/share.hpp"
#include "engine/members/population.hpp"
#include "engine/replicates/ensemble.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Visits the session's members in pieces of `members_a_piece` rows of the opening roster; who joins later comes with
/// the last of them. The pieces are the same wherever the rows stand.
/// Errors: InputRejected(Door::roster) from members that stand in a file.
void each_piece(const Session& session, const std::function<void(const Roster&)>& visit);
/// How many pieces it visits.
std::size_t piece_count(const Session& session);
/// Rows of a file that no one asks for: read all the same, so that the digest of the whole is checked, or left out.
enum class UnaskedRows : std::uint8_t { read, left_out };
/// The pieces for whose number `wanted` is true.
void each_piece(const Session& session, const std::function<bool(std::size_t piece)>& wanted, UnaskedRows unasked,
                const std::function<void(const Roster&, std::size_t piece)>& visit);

/// More members than these are not made anew: it would take their memory, or the reading of their file, once more.
inline constexpr std::size_t most_made_anew = 300'000;
/// Whether the members can go on under another law.
bool can_be_made_anew(const Session& session);
/// The pieces as `law` makes them go on; what of each is the share's stands beside it, and those of which nothing is
/// are left out.
void each_piece_under(const ParameterTree& law, const Session& session, Share share,
                      const std::function<void(const Roster&, Portion)>& visit);

/// The first of them. Where the rows stand in a file, they have been visited before.
Roster first_piece(const Session& session);

/// The paths of a session's members, made anew at each visit.
class SessionPaths : public PathPieces {
 public:
  /// The session stays with the caller.
  SessionPaths(const Session& session, CityColumns columns) : session_(session), columns_(std::move(columns)) {}
  void each(int threads, const std::function<void(const MemberPaths&)>& visit) const override;
  /// The same, for who keeps them.
  void hand_out(int threads, const std::function<void(MemberPaths&&)>& take) const;
  /// Those of the pieces for whose number `wanted` is true.
  void hand_out(int threads, const std::function<bool(std::size_t piece)>& wanted,
                const std::function<void(MemberPaths&&, std::size_t piece)>& take) const;

 private:
  const Session& session_;
  CityColumns columns_;
};

}  // namespace disburse
