#pragma once
// Small cells (小单元格): counts of 1 to 9 persons that a published table must not show, and those that would give them
// away.
#include <cstdint>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

inline constexpr std::int64_t least_published = 10;

/// Which of the counts of one published sum are to be suppressed: those from 1 to 9, and where the suppressed ones have
/// fewer than `least_published` persons together, or there is one alone, the smallest of the others too, since the sum
/// is published. Zero is no person and is shown.
std::vector<bool> suppressed(const std::vector<std::int64_t>& counts);

/// Every headcount of the result that rounds to 1 to 9 persons, and what would give it away, becomes "not a number";
/// the writers show a star or nothing. Stocks of members and years of movements are shown as far as they leave at least
/// ten persons open in every hidden month. Money stays: payments to small groups were left out before the
/// result was worked out (engine/studies/publishable.hpp).
void hide_small_cells(RunResult& result);

}  // namespace disburse
