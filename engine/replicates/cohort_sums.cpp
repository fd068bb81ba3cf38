#include "engine/replicates/cohort_sums.hpp"

#include <algorithm>

namespace disburse {
namespace {

constexpr std::size_t together = 4;  // members whose lines are added at once, so that products stay in registers

/// Adds up to `together` lines (padded with zeros) to sums and to the upper triangle of products.
[[gnu::always_inline]] inline void add_lines(const double* lines, std::size_t width, double* sums, double* products) {
  constexpr std::size_t step = PathBlock::step;
  for (std::size_t a = 0; a < width; ++a) {
    double own[together];
    for (std::size_t m = 0; m < together; ++m) own[m] = lines[m * width + a];
    for (std::size_t m = 0; m < together; ++m) sums[a] += own[m];
    double* row = products + a * width;
    for (std::size_t b = a / step * step; b < width; b += step) {
      for (std::size_t k = b; k < b + step; ++k) {
        double sum = row[k];
        for (std::size_t m = 0; m < together; ++m) sum += own[m] * lines[m * width + k];
        row[k] = sum;
      }
    }
  }
}

void add_plain(const double* lines, std::size_t width, double* sums, double* products) {
  add_lines(lines, width, sums, products);
}
__attribute__((target("avx2"))) void add_avx2(const double* lines, std::size_t width, double* sums, double* products) {
  add_lines(lines, width, sums, products);
}

}  // namespace

CohortSums::CohortSums(const std::vector<PathBlock>& blocks, std::span<const MemberPlace> members, Simd simd)
    : width_(blocks[members.front().block].values), sums_(width_), products_(width_ * width_) {
  const auto add = simd == Simd::plain ? add_plain : add_avx2;
  std::vector<double> lines(together * width_);
  for (std::size_t i = 0; i < members.size(); i += together) {
    const std::size_t count = std::min(together, members.size() - i);
    for (std::size_t m = 0; m < count; ++m) {
      const std::int32_t* line = blocks[members[i + m].block].lines.data() + members[i + m].member * width_;
      std::copy(line, line + width_, lines.begin() + static_cast<std::ptrdiff_t>(m * width_));
    }
    std::fill(lines.begin() + static_cast<std::ptrdiff_t>(count * width_), lines.end(), 0.0);
    add(lines.data(), width_, sums_.data(), products_.data());
  }
}

}  // namespace disburse
