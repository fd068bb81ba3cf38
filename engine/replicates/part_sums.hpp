#pragma once
// Replicates in parts: each part draws some tiles of members and replicates and keeps whole sums, which add up to those
// of all.
#include <functional>
#include <span>
#include <vector>

#include "engine/base/share.hpp"
#include "engine/replicates/moments.hpp"

namespace disburse {

/// What kind of sums a part keeps under a key (PieceKey). Sets of assumptions have kinds of their own, from 2^32 on.
enum class PartKind : std::uint64_t {
  members = 1,  ///< the main job's sums, two words a number
  living = 2,   ///< what members get if nobody dies
  moments = 3,  ///< by piece: mean and variance of every measure, as the bits of doubles
  tile = 4,     ///< by first replicate: sums over deaths
};
PieceKey key_of(PartKind kind, std::uint64_t first = 0);

/// Replicates [0, made) of all members, in parts.
struct ReplicateJob {
  const MeasureMap& map;
  const Measures& measures;
  std::size_t pieces = 1;  ///< of the members
  std::size_t parts = 1;
  std::uint64_t seed = 0;
  std::uint32_t made = 0;  ///< a multiple of replicates_a_draw
};

/// Where tiles begin, and the end of the last: so that each part of so many has whole tiles.
std::vector<std::uint32_t> tile_limits(std::uint32_t made, std::size_t parts);
/// Which pieces of the members a part works on.
std::vector<bool> wanted_pieces(const ReplicateJob& job, std::size_t part);

/// Shows the wanted_pieces of a part with their numbers, in order; may be asked several times.
using EachWantedPiece = std::function<void(const std::function<void(const MemberPaths&, std::size_t piece)>&)>;

/// Works on part `part` and keeps its sums in `into`. Errors: those of `into` and `watch.journal`; Stopped.
void keep_part(const ReplicateJob& job, std::size_t part, const EachWantedPiece& each, int threads, const Watch& watch,
               PieceStore& into, Simd simd = widest_simd());

/// What Ensemble::run and MomentSums give of all members.
struct JoinedReplicates {
  Replicates replicates;
  std::vector<Moments> moments;
};
/// From what all parts have kept, by part. Errors: PartLacks.
JoinedReplicates joined_replicates(const ReplicateJob& job, std::span<const PieceStore* const> parts);

}  // namespace disburse
