#include "engine/replicates/ensemble.hpp"

#include <algorithm>

#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

constexpr std::uint32_t chunk = replicates_a_tile;

std::size_t members_of(const MemberPaths& paths) {
  std::size_t members = 0;
  for (const SchemePaths& scheme : paths) members += scheme.all;
  return members;
}

/// Some consecutive replicates, whose sums stand in memory together.
class Strip {
 public:
  Strip(const MeasureMap& map, std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads, Simd simd)
      : map_(map), seed_(seed), first_(first), count_(count), threads_(threads), simd_(simd), living_(map) {
    for (std::uint32_t begin = 0; begin < count; begin += chunk) sums_.emplace_back(map, first + begin, size(begin));
  }

  void add(const MemberPaths& paths, std::uint64_t piece, const Watch& watch) {
    living_.add(paths);
    const std::size_t members = members_of(paths);
    for_blocks(sums_.size(), threads_, [&](std::size_t c) {
      const auto begin = static_cast<std::uint32_t>(c) * chunk;
      add_tile({piece, first_ + begin, size(begin)}, map_, paths, seed_, simd_, watch, sums_[c]);
      if (watch.done) watch.done(std::uint64_t{size(begin)} * members);
    });
  }

  void close(std::uint32_t begin_at, Replicates& result) const {
    for_blocks(sums_.size(), threads_, [&](std::size_t c) {
      const auto begin = static_cast<std::uint32_t>(c) * chunk;
      const std::vector<std::int64_t> amounts = sums_[c].amounts(living_);
      for (std::size_t m = 0; m < map_.measures(); ++m) {
        for (std::uint32_t r = 0; r < size(begin); ++r)
          result.at(m, begin_at + begin + r) = amounts[r * map_.measures() + m];
      }
    });
  }

 private:
  std::uint32_t size(std::uint32_t begin) const { return std::min(chunk, count_ - begin); }

  const MeasureMap& map_;
  std::uint64_t seed_;
  std::uint32_t first_, count_;
  int threads_;
  Simd simd_;
  std::vector<DeathSums> sums_;  // by chunk
  LivingSums living_;
};

std::uint32_t replicates_a_strip(const MeasureMap& map) {
  const std::size_t chunks = bytes_of_a_strip / (map.width() * sizeof(std::int64_t) * chunk);
  return static_cast<std::uint32_t>(std::max<std::size_t>(chunks, 1)) * chunk;
}

std::shared_ptr<const PathPieces> kept(MemberPaths paths) {
  auto pieces = std::make_shared<KeptPaths>();
  pieces->add(std::move(paths));
  return pieces;
}

}  // namespace

void add_tile(const Tile& tile, const MeasureMap& map, const MemberPaths& paths, std::uint64_t seed, Simd simd,
              const Watch& watch, DeathSums& sums) {
  if (watch.journal == nullptr) return sums.add(paths, seed, simd);
  DeathSums own(map, tile.first, tile.count);
  const PieceKey key{watch.kind, tile.piece << 32 | tile.first};
  if (!watch.journal->find(key, own.numbers())) {
    own.add(paths, seed, simd);
    watch.journal->add(key, own.numbers());
  }
  sums.add(own);
}

Ensemble::Ensemble(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& survival,
                   const Measures& measures, int threads)
    : map_(programmes, measures),
      pieces_(kept(member_paths(population, programmes, map_.columns(), survival, threads))) {}

Replicates Ensemble::run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads, const Watch& watch,
                         Simd simd) const {
  Replicates result(map_.measures(), count);
  const std::uint32_t most = replicates_a_strip(map_);
  for (std::uint32_t begin = 0; begin < count; begin += most) {
    Strip strip(map_, seed, first + begin, std::min(most, count - begin), threads, simd);
    std::uint64_t piece = 0;
    pieces_->each(threads, [&](const MemberPaths& paths) {
      if (begin == 0 && watch.piece) watch.piece(paths);
      strip.add(paths, piece++, watch);
    });
    strip.close(begin, result);
  }
  return result;
}

}  // namespace disburse
