#pragma once
// Moments of one block's yearly amounts: sums over members who die by their tables.
#include "engine/replicates/yearly_sums.hpp"

namespace disburse {

/// Sums over a block's members: mean and variance by yearly sum, covariances of the totals of two years.
struct BlockMoments {
  std::vector<double> mean, variance;
  std::vector<double> covariance;  ///< years x years, upper triangle
};

/// Eight members go side by side, each in a lane of its own, and lanes are added in a fixed order: every instruction
/// set gives the same bits.
BlockMoments moments_of(const SchemePaths& scheme, const PathBlock& block, const YearlySums& yearly, std::size_t years,
                        Simd simd);

}  // namespace disburse
