#pragma once
// The kernel: who dies in which month of a replicate, and the sums of what those deaths take away and add.
#include <cstdint>
#include <span>

#include "engine/replicates/paths.hpp"

namespace disburse {

/// Instruction sets that the kernel is compiled for; all give the same bits.
enum class Simd : std::uint8_t { plain, avx2, avx512 };
/// The widest that this processor has.
Simd widest_simd();

/// Replicates that one Philox block serves: eight consecutive ones, 16 bits each.
inline constexpr std::uint32_t replicates_a_draw = 8;

/// Adds to sums[r * width + j] what the deaths of replicate `first` + r, r in [0, count), take away from (alive
/// columns) and add to (lump sums) column j of the scheme's `width`, fen; adds the deaths to deaths[r]. `first` and
/// `count` are multiples of replicates_a_draw. The draw of a member and replicate is that of `month_of_death`.
void add_deaths(const SchemePaths& scheme, std::size_t width, std::uint64_t seed, std::uint32_t first,
                std::uint32_t count, Simd simd, std::int64_t* sums, std::span<std::int64_t> deaths);

/// Of members of a carried roster who are dead when the horizon begins: no month, and nothing is paid.
inline constexpr int dead_already = -2;

/// The month of death of one member in one replicate, -1 for none, or dead_already: the upper 16 bits of the draw are
/// lane replicate mod 8 of Philox block (seed, Stream::mortality, key, 0, replicate / 8), the lower ones the same lane
/// of event 1. The kernel draws the lower ones only where they decide.
int month_of_death(const DeathTable& table, std::uint64_t seed, std::uint64_t key, std::uint32_t replicate);

}  // namespace disburse
