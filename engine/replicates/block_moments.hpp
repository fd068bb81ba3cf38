#pragma once
// Moments of one block's yearly amounts: which columns count to which measure, and sums over members who die by tables.
#include <cstdint>
#include <vector>

#include "engine/replicates/death_sums.hpp"

namespace disburse {

/// A column as it counts to a measure.
struct Term {
  std::uint32_t value = 0;  ///< its place in a line
  double share = 0.0;
  friend bool operator==(const Term&, const Term&) = default;
};

/// Months in which an amount rises alike for who is alive, and by the same lump sum on top for who dies in them.
struct Run {
  std::vector<int> due;  ///< months, rising
  std::vector<Term> alive, lump;
};

/// The columns that count alike to one or more yearly measures, as runs in order.
struct Counting {
  std::vector<std::uint32_t> measures;
  int year = 0;        ///< from the first of the horizon
  bool total = false;  ///< one of the measures is the total of all lines
  std::vector<Run> runs;
};

std::vector<Counting> countings_of(const Frame& frame, std::size_t scheme, const PathBlock& block,
                                   const Measures& measures);

/// Sums over a block's members: mean and variance by counting, covariances of the totals of two years.
struct BlockMoments {
  std::vector<double> mean, variance;
  std::vector<double> covariance;  ///< years x years, upper triangle
};

/// Eight members who die by one table go side by side, each in a lane of its own, and lanes are added in a fixed order:
/// every instruction set gives the same bits.
BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const std::vector<Counting>& countings,
                        std::size_t years, Simd simd);

}  // namespace disburse
