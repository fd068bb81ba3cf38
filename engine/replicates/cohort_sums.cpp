#include "engine/replicates/cohort_sums.hpp"

#include <algorithm>

namespace disburse {
namespace {

constexpr std::size_t lanes = 8;

/// Arrays of eight lanes for each entry.
struct Lanes {
  double *line, *sums, *products, *left, *right, *cross;
};

struct Work {
  const std::int32_t* lines;  ///< members x width
  std::size_t members, width;
  std::span<const ValuePair> pairs;
  std::span<const Combination> left, right;
};

[[gnu::always_inline]] inline void combine(const Combination& combination, const double* line, double* into) {
  double sum[lanes] = {};
  for (std::size_t i = 0; i < combination.values.size(); ++i) {
    const double* value = line + combination.values[i] * lanes;
    for (std::size_t m = 0; m < lanes; ++m) sum[m] += combination.weights[i] * value[m];
  }
  std::copy_n(sum, lanes, into);
}

[[gnu::always_inline]] inline void add_product(const double* a, const double* b, double* into) {
  for (std::size_t m = 0; m < lanes; ++m) into[m] += a[m] * b[m];
}

[[gnu::always_inline]] inline void add_members(const Work& work, const Lanes& at) {
  for (std::size_t first = 0; first < work.members; first += lanes) {
    const std::size_t count = std::min(lanes, work.members - first);
    if (count < lanes) std::fill_n(at.line, work.width * lanes, 0.0);
    for (std::size_t m = 0; m < count; ++m) {
      const std::int32_t* line = work.lines + (first + m) * work.width;
      for (std::size_t v = 0; v < work.width; ++v) at.line[v * lanes + m] = line[v];
    }
    for (std::size_t i = 0; i < work.width * lanes; ++i) at.sums[i] += at.line[i];
    for (std::size_t p = 0; p < work.pairs.size(); ++p) {
      add_product(at.line + work.pairs[p].a * lanes, at.line + work.pairs[p].b * lanes, at.products + p * lanes);
    }
    const std::size_t n = work.left.size();
    for (std::size_t k = 0; k < n; ++k) {
      combine(work.left[k], at.line, at.left + k * lanes);
      combine(work.right[k], at.line, at.right + k * lanes);
    }
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t l = k + 1; l < n; ++l)
        add_product(at.left + k * lanes, at.right + l * lanes, at.cross + (k * n + l) * lanes);
    }
  }
}

void add_plain(const Work& work, const Lanes& at) { add_members(work, at); }
#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_avx2(const Work& work, const Lanes& at) { add_members(work, at); }
__attribute__((target("avx512f,avx512vl,avx512dq"))) void add_avx512(const Work& work, const Lanes& at) {
  add_members(work, at);
}
#endif

void add(const Work& work, const Lanes& at, Simd simd) {
#if defined(__x86_64__)
  if (simd == Simd::avx512) return add_avx512(work, at);
  if (simd == Simd::avx2) return add_avx2(work, at);
#endif
  static_cast<void>(simd);
  add_plain(work, at);
}

/// Lanes into sums, always in this order.
void fold(const double* from, std::vector<double>& sums) {
  for (std::size_t i = 0; i < sums.size(); ++i, from += lanes)
    sums[i] = ((from[0] + from[1]) + (from[2] + from[3])) + ((from[4] + from[5]) + (from[6] + from[7]));
}

}  // namespace

CohortSums::CohortSums(std::size_t width, std::span<const ValuePair> pairs, std::size_t combinations)
    : pairs_(pairs),
      width_(width),
      combinations_(combinations),
      sums_(width),
      products_(pairs.size()),
      cross_(combinations * combinations) {
  lanes_.resize(lanes * (2 * width + products_.size() + 2 * combinations + cross_.size()));
}

void CohortSums::measure(const PathBlock& block, std::size_t begin, std::size_t end, std::span<const Combination> left,
                         std::span<const Combination> right, Simd simd) {
  std::fill(lanes_.begin(), lanes_.end(), 0.0);
  Lanes at{};
  at.line = lanes_.data();
  at.sums = at.line + width_ * lanes;
  at.products = at.sums + width_ * lanes;
  at.left = at.products + products_.size() * lanes;
  at.right = at.left + combinations_ * lanes;
  at.cross = at.right + combinations_ * lanes;
  add({block.lines.data() + begin * block.values, end - begin, width_, pairs_, left, right}, at, simd);
  fold(at.sums, sums_);
  fold(at.products, products_);
  fold(at.cross, cross_);
}

}  // namespace disburse
