#pragma once
// Members who die by the same table and are paid in the same months: all that moments of their amounts need are sums
// of their values and of products of two of them.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/replicates/kernel.hpp"

namespace disburse {

/// Where a member stands: block of its scheme, place in the block.
struct MemberPlace {
  std::uint32_t block = 0, member = 0;
};

/// s_a = sum of x_a and G_ab = sum of x_a x_b over members, x the values of a member's line. Every instruction set
/// gives the same bits: each sum is added up member by member.
class CohortSums {
 public:
  CohortSums(const std::vector<PathBlock>& blocks, std::span<const MemberPlace> members, Simd simd);

  double sum(std::size_t value) const { return sums_[value]; }
  double product(std::size_t a, std::size_t b) const {
    return a <= b ? products_[a * width_ + b] : products_[b * width_ + a];
  }

 private:
  std::size_t width_;
  std::vector<double> sums_, products_;  // products: the upper triangle of width x width
};

}  // namespace disburse
