#pragma once
// Random numbers as a function of (seed, stream, replicate, key, event): no generator has a state, so no order of
// work, thread or number of draws made before can change one. Philox4x32-10 (Salmon et al. 2011), integers only.
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace disburse {

/// What a draw is for. Add one for a new purpose, never use one twice, never renumber.
enum class Stream : std::uint32_t {
  roster = 1,        ///< attributes of synthetic members
  roster_start = 2,  ///< where a group's sequence of ages begins
  hardship = 3,      ///< which payers are hardship cases
  mortality = 4,     ///< the month of death in a replicate
  assumption = 5,    ///< a value of an uncertain assumption in a replicate
  retirement = 6,    ///< who chooses an earlier or a later retirement
  study = 8,         ///< shifts, trajectories and resamples of a sensitivity study
  office = 7,        ///< which rows of a synthetic office are spoilt, and how
};

using Words = std::array<std::uint32_t, 4>;

/// The bare function: ten rounds over `counter` under `key`.
Words philox(const Words& counter, const std::array<std::uint32_t, 2>& key);

/// Four independent 32-bit draws. `replicate` is below 2^24 (else ProgramFault).
Words draw(std::uint64_t seed, Stream stream, std::uint64_t key, std::uint32_t event, std::uint32_t replicate = 0);

/// The first word of `draw`.
std::uint32_t draw32(std::uint64_t seed, Stream stream, std::uint64_t key, std::uint32_t event,
                     std::uint32_t replicate = 0);

/// A member's key as a number for `draw` (FNV-1a, 64 bits).
std::uint64_t draw_key(std::string_view text);

/// A word as a whole number from 0 to `count` - 1. Its bias, below count / 2^32, does not matter here.
constexpr std::uint32_t below(std::uint32_t word, std::uint32_t count) {
  return static_cast<std::uint32_t>((std::uint64_t{word} * count) >> 32);
}

/// The numbers 0 to `count` - 1 in random order: sorted by a draw keyed by the number itself, so that a further
/// number is put in somewhere and leaves the order of the others as it was.
std::vector<std::uint32_t> permutation(std::uint64_t seed, Stream stream, std::uint32_t count);

}  // namespace disburse
