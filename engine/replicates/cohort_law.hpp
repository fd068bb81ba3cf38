#pragma once
// The law of one block's yearly amounts: which values count to which measure, and the moments of all members who die by
// one table.
#include <cstdint>
#include <vector>

#include "engine/replicates/cohort_sums.hpp"
#include "engine/replicates/death_sums.hpp"

namespace disburse {

/// A column as it counts to a measure.
struct Term {
  int due = 0;
  std::uint32_t value = 0;  ///< index in Counting::values
  double share = 0.0;
  friend bool operator==(const Term&, const Term&) = default;
};

/// The columns that count alike to one or more yearly measures, in order of the month due.
struct Counting {
  std::vector<std::uint32_t> measures;
  int year = 0;        ///< from the first of the horizon
  bool total = false;  ///< one of the measures is the total of all lines
  std::vector<std::uint32_t> values;  ///< places in a line
  std::vector<Term> alive, lumps;
};

std::vector<Counting> countings_of(const Frame& frame, std::size_t scheme, const PathBlock& block,
                                   const Measures& measures);

/// Sums over a block's members: mean and variance by counting, covariances of the totals of two years.
struct BlockMoments {
  std::vector<double> mean, variance;
  std::vector<double> covariance;  ///< years x years, upper triangle
};

BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const std::vector<Counting>& countings,
                        std::size_t years, Simd simd);

}  // namespace disburse
