#include "engine/replicates/part_sums.hpp"

#include <algorithm>
#include <bit>

#include "engine/base/error.hpp"
#include "engine/base/parallel.hpp"

namespace disburse {
namespace {

/// Tiles [first, last) of a job.
struct TileRange {
  std::size_t first, last;
  bool contains(std::size_t tile) const { return first <= tile && tile < last; }
};

/// The tiles of a job and who works on them.
class Tiles {
 public:
  explicit Tiles(const ReplicateJob& job) : job_(job), limits_(tile_limits(job.made, job.parts)) {}

  std::size_t count() const { return limits_.size() - 1; }
  std::uint32_t first(std::size_t tile) const { return limits_[tile]; }
  std::uint32_t size(std::size_t tile) const { return limits_[tile + 1] - limits_[tile]; }

  TileRange of(std::size_t part, std::size_t piece) const {
    const Portion portion = Share{part, job_.parts}.of_piece(piece, job_.pieces);
    if (portion.empty()) return {0, 0};
    const std::size_t draws = job_.made / replicates_a_draw;
    return {at(portion.begin(draws)), at(portion.end(draws))};
  }

  /// Those of a part, whichever pieces they are of, rising.
  std::vector<std::size_t> of(std::size_t part) const {
    std::vector<bool> wanted(count());
    for (std::size_t piece = 0; piece < job_.pieces; ++piece) {
      const TileRange range = of(part, piece);
      for (std::size_t tile = range.first; tile < range.last; ++tile) wanted[tile] = true;
    }
    std::vector<std::size_t> tiles;
    for (std::size_t tile = 0; tile < wanted.size(); ++tile) {
      if (wanted[tile]) tiles.push_back(tile);
    }
    return tiles;
  }

 private:
  /// The tile that begins with so many draws done.
  std::size_t at(std::size_t draws) const {
    const auto found = std::lower_bound(limits_.begin(), limits_.end(), draws * replicates_a_draw);
    EXPECT(found != limits_.end() && *found == draws * replicates_a_draw);
    return static_cast<std::size_t>(found - limits_.begin());
  }

  const ReplicateJob& job_;
  std::vector<std::uint32_t> limits_;
};

bool begins(const ReplicateJob& job, std::size_t part, std::size_t piece) {
  return Share{part, job.parts}.of_piece(piece, job.pieces).begins();
}

std::vector<std::int64_t> words_of(const std::vector<Moments>& moments) {
  std::vector<std::int64_t> words;
  for (const Moments& one : moments) {
    words.push_back(std::bit_cast<std::int64_t>(one.mean));
    words.push_back(std::bit_cast<std::int64_t>(one.variance));
  }
  return words;
}

std::vector<Moments> moments_of(const std::vector<std::int64_t>& words) {
  std::vector<Moments> moments;
  for (std::size_t i = 0; i < words.size(); i += 2)
    moments.push_back({std::bit_cast<double>(words[i]), std::bit_cast<double>(words[i + 1])});
  return moments;
}

/// One part at work: a strip of its tiles after the other, so that their sums fit memory.
class Part {
 public:
  Part(const ReplicateJob& job, std::size_t part, int threads, const Watch& watch, Simd simd)
      : job_(job), part_(part), threads_(threads), watch_(watch), simd_(simd), tiles_(job) {}

  void keep(const EachWantedPiece& each, PieceStore& into) {
    const std::vector<std::size_t> own = tiles_.of(part_);
    const std::size_t bytes = job_.map.width() * sizeof(std::int64_t) * replicates_a_tile;
    const std::size_t most = std::max<std::size_t>(1, bytes_of_a_strip / bytes);
    keep_first(std::span(own).first(std::min(most, own.size())), each, into);
    for (std::size_t begin = most; begin < own.size(); begin += most)
      keep_strip(std::span(own).subspan(begin, std::min(most, own.size() - begin)), each, into);
  }

 private:
  using Strip = std::span<const std::size_t>;

  /// With what is summed of every piece once: by the part that has its beginning.
  void keep_first(Strip strip, const EachWantedPiece& each, PieceStore& into) {
    LivingSums living(job_.map);
    const auto once = [&](const MemberPaths& paths, std::size_t piece) {
      if (!begins(job_, part_, piece)) return;
      living.add(paths);
      MomentSums moments(job_.map, job_.measures, threads_, simd_);
      moments.add(paths);
      into.add(key_of(PartKind::moments, piece), words_of(moments.uncertain()));
    };
    std::vector<DeathSums> sums = sums_of(strip);
    each([&](const MemberPaths& paths, std::size_t piece) {
      once(paths, piece);
      add(paths, piece, strip, sums);
    });
    into.add(key_of(PartKind::living), living.numbers());
    keep(strip, sums, into);
  }

  void keep_strip(Strip strip, const EachWantedPiece& each, PieceStore& into) {
    std::vector<DeathSums> sums = sums_of(strip);
    each([&](const MemberPaths& paths, std::size_t piece) { add(paths, piece, strip, sums); });
    keep(strip, sums, into);
  }

  std::vector<DeathSums> sums_of(Strip strip) const {
    std::vector<DeathSums> sums;
    for (const std::size_t tile : strip) sums.emplace_back(job_.map, tiles_.first(tile), tiles_.size(tile));
    return sums;
  }

  void add(const MemberPaths& paths, std::size_t piece, Strip strip, std::vector<DeathSums>& sums) const {
    const TileRange range = tiles_.of(part_, piece);
    std::size_t members = 0;
    for (const SchemePaths& scheme : paths) members += scheme.all;
    for_blocks(strip.size(), threads_, [&](std::size_t i) {
      const std::size_t tile = strip[i];
      if (!range.contains(tile)) return;
      add_tile({piece, tiles_.first(tile), tiles_.size(tile)}, job_.map, paths, job_.seed, simd_, watch_, sums[i]);
      if (watch_.done) watch_.done(std::uint64_t{tiles_.size(tile)} * members);
    });
  }

  void keep(Strip strip, std::vector<DeathSums>& sums, PieceStore& into) const {
    for (std::size_t i = 0; i < strip.size(); ++i)
      into.add(key_of(PartKind::tile, tiles_.first(strip[i])), sums[i].numbers());
  }

  const ReplicateJob& job_;
  std::size_t part_;
  int threads_;
  const Watch& watch_;
  Simd simd_;
  Tiles tiles_;
};

/// The sums of all parts of one tile. Errors: PartLacks.
DeathSums joined_tile(const ReplicateJob& job, std::span<const PieceStore* const> parts, std::uint32_t first,
                      std::uint32_t count, const std::vector<std::size_t>& workers) {
  DeathSums sums(job.map, first, count), one(job.map, first, count);
  for (const std::size_t part : workers) {
    if (!parts[part]->find(key_of(PartKind::tile, first), one.numbers())) throw PartLacks(part);
    sums.add(one);
  }
  return sums;
}

std::vector<Moments> joined_moments(const ReplicateJob& job, std::span<const PieceStore* const> parts,
                                    const LivingSums& living) {
  std::vector<std::vector<Moments>> pieces;
  std::vector<std::int64_t> words(2 * job.measures.all().size());
  for (std::size_t piece = 0; piece < job.pieces; ++piece) {
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (!begins(job, part, piece)) continue;
      if (!parts[part]->find(key_of(PartKind::moments, piece), words)) throw PartLacks(part);
      pieces.push_back(moments_of(words));
    }
  }
  return joined_moments(pieces, living, job.map, job.measures);
}

}  // namespace

PieceKey key_of(PartKind kind, std::uint64_t first) { return {static_cast<std::uint64_t>(kind), first}; }

std::vector<std::uint32_t> tile_limits(std::uint32_t made, std::size_t parts) {
  const std::size_t draws = made / replicates_a_draw;
  std::vector<std::uint32_t> limits{made};
  for (std::uint32_t first = 0; first < made; first += replicates_a_tile) limits.push_back(first);
  for (std::size_t part = 0; part < std::min(parts, draws); ++part) {
    // With more parts than draws every draw is a tile.
    const std::size_t of = std::min(parts, draws);
    limits.push_back(static_cast<std::uint32_t>(draws * part / of * replicates_a_draw));
  }
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  return limits;
}

std::vector<bool> wanted_pieces(const ReplicateJob& job, std::size_t part) {
  const Tiles tiles(job);
  std::vector<bool> wanted;
  for (std::size_t piece = 0; piece < job.pieces; ++piece) {
    const TileRange range = tiles.of(part, piece);
    wanted.push_back(range.first < range.last || begins(job, part, piece));
  }
  return wanted;
}

void keep_part(const ReplicateJob& job, std::size_t part, const EachWantedPiece& each, int threads, const Watch& watch,
               PieceStore& into, Simd simd) {
  Part(job, part, threads, watch, simd).keep(each, into);
}

JoinedReplicates joined_replicates(const ReplicateJob& job, std::span<const PieceStore* const> parts) {
  EXPECT(parts.size() == job.parts);
  LivingSums living(job.map);
  std::vector<std::int64_t> numbers = living.numbers();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!parts[part]->find(key_of(PartKind::living), numbers)) throw PartLacks(part);
    living.add(numbers);
  }
  JoinedReplicates joined{{job.map.measures(), job.made}, joined_moments(job, parts, living)};
  const Tiles tiles(job);
  std::vector<std::vector<std::size_t>> workers(tiles.count());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const std::size_t tile : tiles.of(part)) workers[tile].push_back(part);
  }
  for (std::size_t tile = 0; tile < tiles.count(); ++tile) {
    const std::uint32_t first = tiles.first(tile), count = tiles.size(tile);
    const std::vector<std::int64_t> amounts = joined_tile(job, parts, first, count, workers[tile]).amounts(living);
    for (std::size_t m = 0; m < job.map.measures(); ++m) {
      for (std::uint32_t r = 0; r < count; ++r)
        joined.replicates.at(m, first + r) = amounts[r * job.map.measures() + m];
    }
  }
  return joined;
}

}  // namespace disburse
