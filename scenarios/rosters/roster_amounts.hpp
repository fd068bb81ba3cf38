#pragma once
// Amounts by quantile tables, and columns stretched to a stated mean, to the fen.
#include <cstdint>
#include <span>
#include <string>

#include "engine/law/parameters.hpp"
#include "scenarios/rosters/roster_recipe.hpp"

namespace disburse {

/// A quantile table made ready for drawing.
class Quantiles {
 public:
  explicit Quantiles(const Distribution& distribution);
  /// The amount in fen at word / 2^32 of the distribution.
  std::int64_t at(std::uint32_t word) const;

 private:
  struct Point {
    std::int64_t probability;  ///< units of 2^-32
    std::int64_t fen;
  };
  std::vector<Point> points_;
};

/// Stretches `values` away from the distribution's minimum until their sum is `total`, to the fen: all by one factor,
/// but none beyond the maximum, where those that reach it stay. Zeros are no amounts and stay. False when that cannot
/// be: the total is below the sum of the minima or above that of the maxima.
bool stretch_to_total(std::span<std::int64_t> values, const Distribution& distribution, std::int64_t total);

}  // namespace disburse
