// Cells of sex and age in whole numbers: no rounding of a processor decides who is a woman of 60.
#include "scenarios/rosters/roster_mix.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/base/wide.hpp"

namespace disburse {
namespace {

__extension__ using UInt128 = unsigned __int128;

std::int64_t quotient(Int128 a, Int128 b) { return rounded_quotient(a, b, Rounding::half_up); }

}  // namespace

std::int64_t weight_of(const Rate& share) {
  return quotient(Int128{share.numerator()} << weight_bits, share.denominator());
}

Mix::Mix(const std::vector<AgeCell>& cells) {
  std::int64_t sum = 0;
  for (const AgeCell& cell : cells) {
    if (cell.weight <= 0) continue;
    EXPECT(cell.months > 0);
    sum += cell.weight;
    cells_.push_back(cell);
    end_.push_back(sum);
  }
  EXPECT(sum > 0);
}

SexAndAge Mix::at(std::uint64_t place) const {
  const auto along = static_cast<std::int64_t>((UInt128{place} * static_cast<std::uint64_t>(end_.back())) >> 64);
  const auto i = static_cast<std::size_t>(std::upper_bound(end_.begin(), end_.end(), along) - end_.begin());
  const AgeCell& cell = cells_[i];
  const std::int64_t within = along - (end_[i] - cell.weight);
  return {cell.sex, cell.from + static_cast<int>(Int128{within} * cell.months / cell.weight)};
}

std::vector<AgeCell> cells_from_60(const std::vector<AgeGroup>& groups, std::int64_t total, std::int64_t women) {
  Int128 all = 0;
  Int128 women_of_groups = 0;
  for (const AgeGroup& group : groups) {
    all += weight_of(group.share);
    women_of_groups += quotient(Int128{weight_of(group.share)} * weight_of(group.female), Int128{1} << weight_bits);
  }
  std::vector<AgeCell> cells;
  for (const AgeGroup& group : groups) {
    const std::int64_t share = weight_of(group.share);
    const std::int64_t female = quotient(Int128{share} * weight_of(group.female), Int128{1} << weight_bits);
    const std::int64_t persons = quotient(Int128{total} * share, all);
    const std::int64_t hers = women < 0              ? quotient(Int128{total} * female, all)
                              : women_of_groups == 0 ? 0
                                                     : quotient(Int128{women} * female, women_of_groups);
    if (hers > persons || (women > 0 && women_of_groups == 0)) return {};
    const int from = group.from * 12;
    const int months = (group.to - group.from + 1) * 12;
    cells.push_back({Sex::male, from, months, persons - hers});
    cells.push_back({Sex::female, from, months, hers});
  }
  return cells;
}

std::uint64_t equal_place(std::uint64_t i, std::uint64_t count) {
  EXPECT(i < count);
  return static_cast<std::uint64_t>(((UInt128{2 * i + 1}) << 63) / count);
}

}  // namespace disburse
