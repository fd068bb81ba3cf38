#include "engine/comparison/attribution.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/base/wide.hpp"

namespace disburse {
namespace {

/// The quotients of `sums` by `divisor` in whole numbers that add up to the quotient of their sum, which is whole.
std::vector<Money> whole_parts(const std::vector<Int128>& sums, std::int64_t divisor) {
  std::vector<std::int64_t> parts;
  std::vector<std::pair<std::int64_t, std::size_t>> rests;
  Int128 left = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    Int128 part = sums[i] / divisor;
    if (part * divisor > sums[i]) --part;  // towards minus infinity, so that rests are not negative
    parts.push_back(static_cast<std::int64_t>(part));
    rests.push_back({static_cast<std::int64_t>(sums[i] - part * divisor), i});
    left += sums[i] - part * divisor;
  }
  EXPECT(left % divisor == 0);
  std::sort(rests.begin(), rests.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left / divisor); ++i) ++parts[rests[i].second];
  std::vector<Money> result;
  for (const std::int64_t part : parts) result.push_back(Money::fen(part));
  return result;
}

}  // namespace

std::vector<Money> shapley(int n, const SubsetValue& value) {
  EXPECT(n >= 1 && n <= most_players);
  const std::uint32_t subsets = 1u << n;
  std::vector<std::int64_t> values;
  for (std::uint32_t s = 0; s < subsets; ++s) values.push_back(value(s).fen());
  std::vector<std::int64_t> factorial{1};
  for (int i = 1; i <= n; ++i) factorial.push_back(factorial.back() * i);
  std::vector<Int128> sums(static_cast<std::size_t>(n));
  for (std::uint32_t s = 0; s < subsets; ++s) {
    const int size = std::popcount(s);
    for (int i = 0; i < n; ++i) {
      if ((s >> i & 1) != 0) continue;
      const Int128 weight =
          Int128{factorial[static_cast<std::size_t>(size)]} * factorial[static_cast<std::size_t>(n - size - 1)];
      sums[static_cast<std::size_t>(i)] += weight * (values[s | 1u << i] - values[s]);
    }
  }
  return whole_parts(sums, factorial.back());
}

std::vector<Money> waterfall(int n, const SubsetValue& value) {
  std::vector<Money> steps;
  Money before = value(0);
  for (int i = 0; i < n; ++i) {
    const Money after = value((2u << i) - 1);
    steps.push_back(after - before);
    before = after;
  }
  return steps;
}

}  // namespace disburse
