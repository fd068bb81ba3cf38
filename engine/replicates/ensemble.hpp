#pragma once
// Many replicates of the city: each measure's amount in each of them, exact fen, the same bytes on any number of
// threads and from any pieces of the members.
#include <functional>
#include <memory>

#include "engine/base/piece_store.hpp"
#include "engine/replicates/death_sums.hpp"

namespace disburse {

/// Amounts by measure and replicate. Memory is taken as it is filled: who stops early has not waited for it.
class Replicates {
 public:
  Replicates(std::size_t measures, std::uint32_t count)
      : count_(count), fen_(std::make_unique_for_overwrite<std::int64_t[]>(measures * count)) {}
  std::uint32_t count() const { return count_; }
  std::int64_t& at(std::size_t measure, std::uint32_t replicate) { return fen_[measure * count_ + replicate]; }
  std::int64_t at(std::size_t measure, std::uint32_t replicate) const { return fen_[measure * count_ + replicate]; }
  /// All replicates of one measure.
  std::vector<std::int64_t> of(std::size_t measure) const {
    const std::int64_t* begin = fen_.get() + measure * count_;
    return {begin, begin + count_};
  }

 private:
  std::uint32_t count_;
  std::unique_ptr<std::int64_t[]> fen_;
};

/// The members in pieces, each with its paths. Pieces are visited in their order, one after another.
class PathPieces {
 public:
  virtual ~PathPieces() = default;
  virtual void each(int threads, const std::function<void(const MemberPaths&)>& visit) const = 0;
};

/// Pieces that stay in memory.
class KeptPaths : public PathPieces {
 public:
  void add(MemberPaths paths) { pieces_.push_back(std::move(paths)); }
  void each(int, const std::function<void(const MemberPaths&)>& visit) const override {
    for (const MemberPaths& paths : pieces_) visit(paths);
  }

 private:
  std::vector<MemberPaths> pieces_;
};

/// Who keeps and who watches the tiles of a run; all may be absent. A tile is a piece of the members in some
/// consecutive replicates.
struct Watch {
  PieceStore* journal = nullptr;                  ///< finished tiles are taken from it, new ones added
  std::uint64_t kind = 0;                         ///< under which the tiles stand in the journal
  std::function<void(std::uint64_t)> done;        ///< told of member-replicates as they are finished; any thread calls
  std::function<void(const MemberPaths&)> piece;  ///< shown every piece once
};

/// A piece of the members in replicates [first, first + count).
struct Tile {
  std::uint64_t piece = 0;
  std::uint32_t first = 0, count = 0;
};
/// Adds the deaths of a tile, whose paths and replicates `sums` and `paths` have, from the journal where it stands
/// there; else they are drawn, and kept in it.
void add_tile(const Tile& tile, const MeasureMap& map, const MemberPaths& paths, std::uint64_t seed, Simd simd,
              const Watch& watch, DeathSums& sums);

/// Replicates of one task: their sums stay in a core's cache.
inline constexpr std::uint32_t replicates_a_tile = 64;

/// What replicates are made from, under one set of assumptions.
class Ensemble {
 public:
  Ensemble(MeasureMap map, std::shared_ptr<const PathPieces> pieces)
      : map_(std::move(map)), pieces_(std::move(pieces)) {}
  /// One population, its paths kept.
  Ensemble(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& survival,
           const Measures& measures, int threads);

  /// Replicates [first, first + count); a replicate does not depend on which others are made with it.
  /// `first` and `count` are multiples of replicates_a_draw.
  Replicates run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads, const Watch& watch = {},
                 Simd simd = widest_simd()) const;

  const MeasureMap& map() const { return map_; }
  const PathPieces& pieces() const { return *pieces_; }

 private:
  MeasureMap map_;
  std::shared_ptr<const PathPieces> pieces_;
};

/// Replicates that are made in one walk over the pieces: their sums take this much memory at most.
inline constexpr std::size_t bytes_of_a_strip = std::size_t{96} << 20;

}  // namespace disburse
