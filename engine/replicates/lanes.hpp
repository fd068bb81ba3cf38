#pragma once
// Numbers of eight members side by side. The compiler splits them where registers are narrower; operations go lane by
// lane, so every instruction set gives the same bits.
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace disburse {

inline constexpr std::size_t lanes = 8;

// Passed by reference alone and aligned as their elements are: how a function takes a vector by value, and where its
// memory must begin, depend on the instruction set.
using Numbers = double __attribute__((vector_size(lanes * sizeof(double)), aligned(alignof(double))));
using Flags = std::int64_t __attribute__((vector_size(lanes * sizeof(std::int64_t)), aligned(alignof(std::int64_t))));
using Fen = std::int32_t __attribute__((vector_size(lanes * sizeof(std::int32_t)), aligned(alignof(std::int32_t))));

/// In memory, where a vector must not lie across two lines of the cache.
struct alignas(sizeof(Numbers)) Lanes {
  Numbers at{};
};

/// Rows and columns of a square change places: neighbours, then pairs, then halves.
[[gnu::always_inline]] inline void transpose(Numbers (&row)[lanes]) {
  Numbers pair[lanes], half[lanes];
  for (std::size_t i = 0; i < lanes; i += 2) {
    pair[i] = __builtin_shufflevector(row[i], row[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    pair[i + 1] = __builtin_shufflevector(row[i], row[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (const std::size_t i : {0U, 1U, 4U, 5U}) {
    half[i] = __builtin_shufflevector(pair[i], pair[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
    half[i + 2] = __builtin_shufflevector(pair[i], pair[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
  }
  for (std::size_t i = 0; i < lanes / 2; ++i) {
    row[i] = __builtin_shufflevector(half[i], half[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    row[i + 4] = __builtin_shufflevector(half[i], half[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

/// Lanes added up, always in this order.
inline double folded(const Lanes& sum) {
  const Numbers& a = sum.at;
  return ((a[0] + a[1]) + (a[2] + a[3])) + ((a[4] + a[5]) + (a[6] + a[7]));
}

}  // namespace disburse
