#include "engine/replicates/kernel.hpp"

#include <array>
#include <cstring>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace disburse {
namespace {

constexpr std::size_t batch = 32;  // members whose draws are made together
constexpr std::size_t lanes = replicates_a_draw;

/// Lane `lane` of a Philox block: 16 of its 128 bits.
inline std::uint32_t lane_of(const Words& words, std::uint32_t lane) {
  return words[lane / 2] >> (lane % 2 * 16) & 0xffff;
}

/// Philox4x32-10 of a batch of keys, written so that a compiler turns it into vector instructions: the same words as
/// `draw` gives (a test).
struct Draws {
  std::uint32_t words[4][batch];
};

__attribute__((always_inline)) inline void draw_batch(const std::uint64_t* keys, std::uint64_t seed,
                                                      std::uint32_t block, Draws& draws) {
  constexpr std::uint32_t m0 = 0xD2511F53, m1 = 0xCD9E8D57, w0 = 0x9E3779B9, w1 = 0xBB67AE85;
  const std::uint32_t last = block << 8 | static_cast<std::uint32_t>(Stream::mortality);
  std::uint32_t(&c)[4][batch] = draws.words;
  for (std::size_t i = 0; i < batch; ++i) {
    c[0][i] = static_cast<std::uint32_t>(keys[i]);
    c[1][i] = static_cast<std::uint32_t>(keys[i] >> 32);
    c[2][i] = 0;
    c[3][i] = last;
  }
  auto k0 = static_cast<std::uint32_t>(seed);
  auto k1 = static_cast<std::uint32_t>(seed >> 32);
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = 0; i < batch; ++i) {
      const std::uint64_t p0 = std::uint64_t{m0} * c[0][i];
      const std::uint64_t p1 = std::uint64_t{m1} * c[2][i];
      const std::uint32_t c1 = c[1][i];
      const std::uint32_t c3 = c[3][i];
      c[0][i] = static_cast<std::uint32_t>(p1 >> 32) ^ c1 ^ k0;
      c[1][i] = static_cast<std::uint32_t>(p1);
      c[2][i] = static_cast<std::uint32_t>(p0 >> 32) ^ c3 ^ k1;
      c[3][i] = static_cast<std::uint32_t>(p0);
    }
    k0 += w0;
    k1 += w1;
  }
}

/// Marks the draws that may be deaths: hits[lane * batch + i].
__attribute__((always_inline)) inline void mark(const Draws& draws, const std::uint16_t* thresholds,
                                                std::uint8_t* hits) {
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const std::uint32_t* words = draws.words[lane / 2];
    const std::uint32_t shift = lane % 2 * 16;
    for (std::size_t i = 0; i < batch; ++i) {
      const std::uint32_t upper = words[i] >> shift & 0xffff;
      hits[lane * batch + i] = upper <= thresholds[i] ? 1 : 0;
    }
  }
}

__attribute__((always_inline)) inline void add_row(std::int32_t* sums, const std::int32_t* row, std::size_t begin,
                                                   std::size_t end) {
  for (std::size_t j = begin; j < end; ++j) sums[j] += row[j];
}

/// One block of members in eight replicates: 32-bit sums, which cannot overflow (see PathBlock).
struct Tile {
  const SchemePaths& scheme;
  std::uint64_t seed;
  std::uint32_t block_of_replicates;
  std::int32_t* sums;    // lanes x the block's width
  std::int64_t* deaths;  // lanes
};

int exact_month(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t block, std::uint32_t lane,
                std::uint32_t upper) {
  const std::uint32_t lower = lane_of(draw(seed, Stream::mortality, key, 1, block), lane);
  return table.month(upper << 16 | lower);
}

__attribute__((always_inline)) inline void add_hits(const Tile& tile, const PathBlock& block, std::size_t first,
                                                    const Draws& draws, const std::uint8_t* hits) {
  const std::size_t width = block.width();
  for (std::size_t at = 0; at < lanes * batch; at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, hits + at, sizeof eight);
    for (; eight != 0; eight &= eight - 1) {
      const std::size_t hit = at + static_cast<std::size_t>(__builtin_ctzll(eight)) / 8;
      const std::size_t lane = hit / batch;
      const std::size_t i = hit % batch;
      const std::size_t member = first + i;
      const std::uint32_t upper = draws.words[lane / 2][i] >> (lane % 2 * 16) & 0xffff;
      const DeathTable& table = tile.scheme.tables[block.tables[member]];
      int month = table.month_of_upper(upper);
      if (month == DeathTable::unknown) {
        month = exact_month(table, tile.seed, block.keys[member], tile.block_of_replicates,
                            static_cast<std::uint32_t>(lane), upper);
      }
      if (month < 0) continue;
      std::int32_t* sums = tile.sums + lane * width;
      const std::int32_t* row = block.rows.data() + member * width;
      const auto m = static_cast<std::size_t>(month);
      add_row(sums, row, block.first_lost[m], block.alive);
      add_row(sums, row, block.first_lump[m], block.first_lump[m + 1]);
      ++tile.deaths[lane];
    }
  }
}

__attribute__((always_inline)) inline void add_tile(const Tile& tile, const PathBlock& block) {
  alignas(64) Draws draws;
  alignas(64) std::uint8_t hits[lanes * batch];
  for (std::size_t first = 0; first < block.size(); first += batch) {
    if (first + batch <= block.size()) {
      draw_batch(block.keys.data() + first, tile.seed, tile.block_of_replicates, draws);
      mark(draws, block.thresholds.data() + first, hits);
    } else {  // the last members of a block, padded
      std::uint64_t keys[batch] = {};
      std::uint16_t thresholds[batch] = {};
      const std::size_t rest = block.size() - first;
      std::memcpy(keys, block.keys.data() + first, rest * sizeof keys[0]);
      std::memcpy(thresholds, block.thresholds.data() + first, rest * sizeof thresholds[0]);
      draw_batch(keys, tile.seed, tile.block_of_replicates, draws);
      mark(draws, thresholds, hits);
      for (std::size_t lane = 0; lane < lanes; ++lane) std::memset(hits + lane * batch + rest, 0, batch - rest);
    }
    add_hits(tile, block, first, draws, hits);
  }
}

void add_tile_plain(const Tile& tile, const PathBlock& block) { add_tile(tile, block); }

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_tile_avx2(const Tile& tile, const PathBlock& block) { add_tile(tile, block); }
__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))) void add_tile_avx512(const Tile& tile,
                                                                                   const PathBlock& block) {
  add_tile(tile, block);
}
#endif

using AddTile = void (*)(const Tile&, const PathBlock&);

AddTile chosen(Simd simd) {
#if defined(__x86_64__)
  if (simd == Simd::avx512) return add_tile_avx512;
  if (simd == Simd::avx2) return add_tile_avx2;
#endif
  return add_tile_plain;
}

}  // namespace

Simd widest_simd() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq")) {
    return Simd::avx512;
  }
  if (__builtin_cpu_supports("avx2")) return Simd::avx2;
#endif
  return Simd::plain;
}

void add_deaths(const SchemePaths& scheme, std::uint64_t seed, std::uint32_t first, std::uint32_t count, Simd simd,
                std::vector<std::int64_t>& sums, std::vector<std::int64_t>& deaths) {
  EXPECT(first % replicates_a_draw == 0 && count % replicates_a_draw == 0);
  const AddTile add = chosen(simd);
  const std::size_t width = scheme.columns.width();
  std::vector<std::int32_t> tile_sums;
  for (const PathBlock& block : scheme.blocks) {
    for (std::uint32_t r = 0; r < count; r += replicates_a_draw) {
      tile_sums.assign(lanes * block.width(), 0);
      add({scheme, seed, (first + r) / replicates_a_draw, tile_sums.data(), deaths.data() + r}, block);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        std::int64_t* into = sums.data() + (r + lane) * width;
        const std::int32_t* from = tile_sums.data() + lane * block.width();
        for (std::size_t j = 0; j < block.width(); ++j) into[block.columns[j]] += from[j];
      }
    }
  }
}

int month_of_death(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t replicate) {
  const std::uint32_t block = replicate / replicates_a_draw;
  const std::uint32_t lane = replicate % replicates_a_draw;
  const std::uint32_t upper = lane_of(draw(seed, Stream::mortality, key, 0, block), lane);
  return exact_month(table, seed, key, block, lane, upper);
}

}  // namespace disburse
