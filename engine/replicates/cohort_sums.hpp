#pragma once
// Sums over members who share a death table and a pattern of payments: all that moments of their amounts need.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/replicates/kernel.hpp"

namespace disburse {

/// Two values of a line whose product is wanted.
struct ValuePair {
  std::uint32_t a = 0, b = 0;
};

/// A combination of values: sum of weight x value.
struct Combination {
  std::span<const std::uint32_t> values;
  std::span<const double> weights;
};

/// Over members, x a member's line of values: sums s_a of x_a, g_p of x_a x_b for pair p, and c_kl of (left_k'x)
/// (right_l'x) for k < l. Every instruction set gives the same bits: eight members go side by side, each lane is added
/// up by itself.
class CohortSums {
 public:
  CohortSums(std::size_t width, std::span<const ValuePair> pairs, std::size_t combinations);

  /// Members [begin, end) of a block.
  void measure(const PathBlock& block, std::size_t begin, std::size_t end, std::span<const Combination> left,
               std::span<const Combination> right, Simd simd);

  double sum(std::size_t value) const { return sums_[value]; }
  double product(std::size_t pair) const { return products_[pair]; }
  double cross(std::size_t k, std::size_t l) const { return cross_[k * combinations_ + l]; }

 private:
  std::span<const ValuePair> pairs_;
  std::size_t width_, combinations_;
  std::vector<double> lanes_;  // scratch: a line, sums, products, combinations and their products, eight lanes each
  std::vector<double> sums_, products_, cross_;
};

}  // namespace disburse
