#include "engine/replicates/kernel.hpp"

#if defined(__x86_64__)
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ 12 inside its own header
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>
#endif

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/base/error.hpp"
#include "engine/base/random.hpp"

namespace disburse {
namespace {

constexpr std::size_t batch = 32;  // members whose draws are made together
constexpr std::size_t lanes = replicates_a_draw;

// Philox4x32-10 (Salmon et al. 2011).
constexpr std::uint32_t m0 = 0xD2511F53, m1 = 0xCD9E8D57, w0 = 0x9E3779B9, w1 = 0xBB67AE85;
constexpr int rounds = 10;

/// Lane `lane` of a Philox block: 16 of its 128 bits.
inline std::uint32_t lane_of(const Words& words, std::uint32_t lane) {
  return words[lane / 2] >> (lane % 2 * 16) & 0xffff;
}

/// One bit for each of 64 marks.
__attribute__((always_inline)) inline std::uint64_t bits_of(const std::uint8_t* marks) {
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < 8; ++k) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, marks + 8 * k, sizeof eight);
    bits |= (eight * 0x0102040810204080ULL) >> 56 << (8 * k);  // gathers the lowest bits of eight bytes
  }
  return bits;
}

/// A batch of members in eight replicates: their draws, and a bit for each that may be a death: bit 2 i + h of mark[k]
/// is member i in lane 2 k + h.
struct Draws {
  std::uint32_t words[4][batch];
  std::uint64_t marks[4];
};

/// Philox4x32-10 of a batch of keys, written so that a compiler turns it into vector instructions: the same words as
/// `draw` gives (a test).
__attribute__((always_inline)) inline void draw_batch(const std::uint64_t* keys, const std::uint16_t* thresholds,
                                                      std::uint64_t seed, std::uint32_t block, Draws& draws) {
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
  for (int round = 0; round < rounds; ++round) {
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
  std::uint16_t twice[2 * batch];
  for (std::size_t i = 0; i < batch; ++i) twice[2 * i] = twice[2 * i + 1] = thresholds[i];
  for (std::size_t k = 0; k < lanes / 2; ++k) {
    std::uint16_t halves[2 * batch];
    std::uint8_t marks[2 * batch];
    std::memcpy(halves, c[k], sizeof halves);
    for (std::size_t h = 0; h < 2 * batch; ++h) marks[h] = halves[h] <= twice[h] ? 1 : 0;
    draws.marks[k] = bits_of(marks);
  }
}

using Vector = std::int32_t __attribute__((vector_size(PathBlock::step * sizeof(std::int32_t))));

/// into[begin, end) += line[begin, end), whole vectors.
__attribute__((always_inline)) inline void add_line(std::int32_t* into, const std::int32_t* line, std::size_t begin,
                                                    std::size_t end) {
  for (std::size_t v = begin; v < end; v += PathBlock::step) {
    Vector sum;
    Vector more;
    std::memcpy(&sum, into + v, sizeof sum);
    std::memcpy(&more, line + v, sizeof more);
    sum += more;
    std::memcpy(into + v, &sum, sizeof sum);
  }
}

/// One block of members in eight replicates: the lines of the dead, summed by month of death in 32 bits, which cannot
/// overflow (see PathBlock).
struct Tile {
  const SchemePaths& scheme;
  std::uint64_t seed;
  std::uint32_t block_of_replicates;
  std::size_t months;
  bool some_dead;         // when the horizon begins
  std::int32_t* sums;     // lanes x (months, and the dead before them) x the block's values; zeros, before and after
  std::int32_t* dead;     // the block's values
  std::int64_t* columns;  // lanes x `width`, to be added to
  std::size_t width;
  std::int64_t* deaths;  // lanes
};

/// The month of death, `month` or later, by all 32 bits of the draw.
int exact_month(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t block, std::uint32_t lane,
                std::uint32_t upper, int month) {
  const std::uint32_t lower = lane_of(draw(seed, Stream::mortality, key, 1, block), lane);
  return table.month(upper << 16 | lower, month);
}

bool is_dead(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t block, std::uint32_t lane,
             std::uint32_t upper) {
  if (!table.may_be_dead()) return false;
  return table.is_dead(upper << 16 | lane_of(draw(seed, Stream::mortality, key, 1, block), lane));
}

__attribute__((always_inline)) inline void add_hits(const Tile& tile, const PathBlock& block, std::size_t first,
                                                    const Draws& draws) {
  const std::size_t values = block.values;
  for (std::size_t k = 0; k < lanes / 2; ++k) {
    for (std::uint64_t bits = draws.marks[k]; bits != 0; bits &= bits - 1) {
      const auto hit = static_cast<std::size_t>(__builtin_ctzll(bits));
      const std::size_t lane = 2 * k + hit % 2;
      const std::size_t member = first + hit / 2;
      const std::uint32_t upper = draws.words[k][hit / 2] >> (hit % 2 * 16) & 0xffff;
      auto [month, sure] = tile.scheme.upper.month(block.tables[member], upper);
      if (!sure) {
        month = exact_month(tile.scheme.tables[block.tables[member]], tile.seed, block.keys[member],
                            tile.block_of_replicates, static_cast<std::uint32_t>(lane), upper, month);
        if (month < 0) continue;
      }
      const auto m = static_cast<std::size_t>(month);
      const std::int32_t* line = block.lines.data() + member * values;
      std::int32_t* own = tile.sums + lane * (tile.months + 1) * values;
      if (m == 0 && tile.some_dead &&
          is_dead(tile.scheme.tables[block.tables[member]], tile.seed, block.keys[member], tile.block_of_replicates,
                  static_cast<std::uint32_t>(lane), upper)) {
        add_line(own + tile.months * values, line, 0, values);
        continue;
      }
      add_line(own + m * values, line, block.first_value[m], values);
      ++tile.deaths[lane];
    }
  }
}

/// From sums by month of death to sums by column, one replicate: a payment is lost by all who died before it. Those who
/// were dead when the horizon began stand behind the months. Leaves zeros behind.
__attribute__((always_inline)) inline void spread_deaths(const PathBlock& block, std::size_t months, std::int32_t* sums,
                                                         std::int32_t* dead, std::int64_t* into) {
  std::copy_n(sums + months * block.values, block.values, dead);
  for (std::uint32_t j = 0; j < block.first_lost[0]; ++j) into[block.columns[j]] += dead[block.value_of[j]];
  for (std::size_t m = 0; m < months; ++m) {
    std::int32_t* died_now = sums + m * block.values;
    add_line(dead, died_now, block.first_value[m], block.values);
    for (std::uint32_t j = block.first_lump[m]; j < block.first_lump[m + 1]; ++j)
      into[block.columns[j]] += died_now[block.value_of[j]];
    for (std::uint32_t j = block.first_lost[m]; j < block.first_lost[m + 1]; ++j)
      into[block.columns[j]] += dead[block.value_of[j]];
  }
  std::fill_n(sums, (months + 1) * block.values, 0);
}

using DrawBatch = void (*)(const std::uint64_t*, const std::uint16_t*, std::uint64_t, std::uint32_t, Draws&);

template <DrawBatch draw_batch_of>
__attribute__((always_inline)) inline void add_tile(const Tile& tile, const PathBlock& block) {
  alignas(64) Draws draws;
  for (std::size_t first = 0; first < block.size(); first += batch) {
    if (first + batch <= block.size()) {
      draw_batch_of(block.keys.data() + first, block.thresholds.data() + first, tile.seed, tile.block_of_replicates,
                    draws);
    } else {  // the last members of a block, padded
      std::uint64_t keys[batch] = {};
      std::uint16_t thresholds[batch] = {};
      const std::size_t rest = block.size() - first;
      std::memcpy(keys, block.keys.data() + first, rest * sizeof keys[0]);
      std::memcpy(thresholds, block.thresholds.data() + first, rest * sizeof thresholds[0]);
      draw_batch_of(keys, thresholds, tile.seed, tile.block_of_replicates, draws);
      for (std::uint64_t& marks : draws.marks) marks &= (std::uint64_t{1} << (2 * rest)) - 1;
    }
    add_hits(tile, block, first, draws);
  }
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    spread_deaths(block, tile.months, tile.sums + lane * (tile.months + 1) * block.values, tile.dead,
                  tile.columns + lane * tile.width);
  }
}

void add_tile_plain(const Tile& tile, const PathBlock& block) { add_tile<draw_batch>(tile, block); }

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_tile_avx2(const Tile& tile, const PathBlock& block) {
  add_tile<draw_batch>(tile, block);
}

#define DISBURSE_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq")))

/// Both halves of the products of sixteen words with one multiplier.
DISBURSE_AVX512 inline void multiply(__m512i words, __m512i multiplier, __m512i& high, __m512i& low) {
  constexpr __mmask16 odd = 0xAAAA;
  const __m512i even_products = _mm512_mul_epu32(words, multiplier);
  const __m512i odd_products = _mm512_mul_epu32(_mm512_srli_epi64(words, 32), multiplier);
  high = _mm512_mask_blend_epi32(odd, _mm512_srli_epi64(even_products, 32), odd_products);
  low = _mm512_mask_blend_epi32(odd, even_products, _mm512_slli_epi64(odd_products, 32));
}

/// draw_batch, written for sixteen words a vector; the same bits.
DISBURSE_AVX512 inline void draw_batch_avx512(const std::uint64_t* keys, const std::uint16_t* thresholds,
                                              std::uint64_t seed, std::uint32_t block, Draws& draws) {
  constexpr std::size_t wide = 16;
  const std::uint32_t last = block << 8 | static_cast<std::uint32_t>(Stream::mortality);
  const __m512i first_multiplier = _mm512_set1_epi32(static_cast<int>(m0));
  const __m512i second_multiplier = _mm512_set1_epi32(static_cast<int>(m1));
  for (std::size_t half = 0; half < batch / wide; ++half) {
    const __m512i some = _mm512_loadu_si512(keys + half * wide);
    const __m512i more = _mm512_loadu_si512(keys + half * wide + wide / 2);
    __m512i c0 =
        _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(some)), _mm512_cvtepi64_epi32(more), 1);
    __m512i c1 = _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(_mm512_srli_epi64(some, 32))),
                                    _mm512_cvtepi64_epi32(_mm512_srli_epi64(more, 32)), 1);
    __m512i c2 = _mm512_setzero_si512();
    __m512i c3 = _mm512_set1_epi32(static_cast<int>(last));
    auto k0 = static_cast<std::uint32_t>(seed);
    auto k1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < rounds; ++round) {
      __m512i high0, low0, high1, low1;
      multiply(c0, first_multiplier, high0, low0);
      multiply(c2, second_multiplier, high1, low1);
      c0 = _mm512_xor_si512(_mm512_xor_si512(high1, c1), _mm512_set1_epi32(static_cast<int>(k0)));
      c1 = low1;
      c2 = _mm512_xor_si512(_mm512_xor_si512(high0, c3), _mm512_set1_epi32(static_cast<int>(k1)));
      c3 = low0;
      k0 += w0;
      k1 += w1;
    }
    const __m512i once =
        _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(thresholds + half * wide)));
    const __m512i twice = _mm512_or_si512(once, _mm512_slli_epi32(once, 16));
    const __m512i words[4] = {c0, c1, c2, c3};
    for (std::size_t k = 0; k < lanes / 2; ++k) {
      _mm512_store_si512(draws.words[k] + half * wide, words[k]);
      const std::uint64_t marks = _mm512_cmple_epu16_mask(words[k], twice);
      draws.marks[k] = half == 0 ? marks : draws.marks[k] | marks << 32;
    }
  }
}

DISBURSE_AVX512 void add_tile_avx512(const Tile& tile, const PathBlock& block) {
  add_tile<draw_batch_avx512>(tile, block);
}
#endif

/// Asks for memory that is read here and there soon: in order it comes much faster than on demand.
template <class T>
void fetch(std::span<const T> numbers) {
  constexpr std::size_t step = 64 / sizeof(T);  // a line of the cache
  for (std::size_t i = 0; i < numbers.size(); i += step) __builtin_prefetch(&numbers[i], 0, 2);
}

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

void add_deaths(const SchemePaths& scheme, std::size_t width, std::uint64_t seed, std::uint32_t first,
                std::uint32_t count, Simd simd, std::int64_t* sums, std::span<std::int64_t> deaths) {
  EXPECT(first % replicates_a_draw == 0 && count % replicates_a_draw == 0);
  const AddTile add = chosen(simd);
  AlignedVector<std::int32_t> by_month;
  AlignedVector<std::int32_t> dead;
  const bool some_dead =
      std::any_of(scheme.tables.begin(), scheme.tables.end(), [](const DeathTable& own) { return own.may_be_dead(); });
  for (const PathBlock& block : scheme.blocks) {
    const std::size_t months = block.first_value.size();
    by_month.assign(lanes * (months + 1) * block.values, 0);
    dead.resize(block.values);
    fetch(std::span<const std::int32_t>(block.lines));
    fetch(std::span<const std::uint32_t>(block.tables));
    for (std::uint32_t r = 0; r < count; r += replicates_a_draw) {
      add({scheme, seed, (first + r) / replicates_a_draw, months, some_dead, by_month.data(), dead.data(),
           sums + r * width, width, deaths.data() + r},
          block);
    }
  }
}

int month_of_death(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t replicate) {
  const std::uint32_t block = replicate / replicates_a_draw;
  const std::uint32_t lane = replicate % replicates_a_draw;
  const std::uint32_t upper = lane_of(draw(seed, Stream::mortality, key, 0, block), lane);
  if (is_dead(table, seed, key, block, lane, upper)) return dead_already;
  return exact_month(table, seed, key, block, lane, upper, 0);
}

}  // namespace disburse
