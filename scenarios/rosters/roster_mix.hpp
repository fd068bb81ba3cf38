#pragma once
// Who the members of a group are by sex and age: weighted cells, and even sequences of places among them.
#include <cstdint>
#include <vector>

#include "engine/base/money.hpp"
#include "engine/members/roster.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

/// Persons of one sex whose ages, in months, lie evenly in [from, from + months).
struct AgeCell {
  Sex sex = Sex::male;
  int from = 0;
  int months = 0;
  std::int64_t weight = 0;  ///< any unit, the same throughout one mix
};

/// Cells of 32 fractional bits for one person or one whole.
inline constexpr int weight_bits = 32;
std::int64_t weight_of(const Rate& share);

struct SexAndAge {
  Sex sex = Sex::male;
  int age_months = 0;
};

/// Turns a place on the whole line [0, 2^64) into sex and age.
class Mix {
 public:
  /// Cells without weight are left out; some weight must remain (else ProgramFault).
  explicit Mix(const std::vector<AgeCell>& cells);
  SexAndAge at(std::uint64_t place) const;

 private:
  std::vector<AgeCell> cells_;
  std::vector<std::int64_t> end_;  ///< running sum of the weights
};

/// The cells of 60 and above by the recipe's age groups. `total` is the weight of all; of it `women` are women, in the
/// proportions of the groups, or as many as the groups have when `women` is negative. Empty when a group has fewer
/// persons than women asked of it.
std::vector<AgeCell> cells_from_60(const std::vector<AgeGroup>& groups, std::int64_t total, std::int64_t women = -1);

/// Place `i` of a sequence without end, of which any first n lie evenly: steps of the golden ratio from `start`.
/// A further member moves none of the others, and each cell holds its share to within a few persons.
constexpr std::uint64_t golden_place(std::uint64_t start, std::uint64_t i) {
  return start + (i + 1) * 0x9E3779B97F4A7C15u;
}

/// Place `i` of `count` at equal distances: shares are met to the rounding. For groups of a stated size.
std::uint64_t equal_place(std::uint64_t i, std::uint64_t count);

}  // namespace disburse
