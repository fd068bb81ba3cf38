// Quantiles in whole fen and exact means.
#include "scenarios/rosters/roster_amounts.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/wide.hpp"

namespace disburse {

Quantiles::Quantiles(const Distribution& distribution) {
  for (const Distribution::Point& point : distribution.points) {
    const Int128 scaled = Int128{point.probability.numerator()} << 32;
    points_.push_back(
        {rounded_quotient(scaled, point.probability.denominator(), Rounding::half_up), point.amount.fen()});
  }
  EXPECT(points_.size() >= 2);
}

std::int64_t Quantiles::at(std::uint32_t word) const {
  // The last point, at 2^32, lies above every word.
  const auto above = std::upper_bound(points_.begin() + 1, points_.end() - 1, std::int64_t{word},
                                      [](std::int64_t w, const Point& point) { return w < point.probability; });
  const Point& a = *(above - 1);
  const Point& b = *above;
  const Int128 rise = Int128{b.fen - a.fen} * (word - a.probability);
  return a.fen + static_cast<std::int64_t>(rise / (b.probability - a.probability));
}

bool stretch_to_total(std::span<std::int64_t> values, const Distribution& distribution, std::int64_t total) {
  const std::int64_t minimum = distribution.minimum.fen();
  const std::int64_t maximum = distribution.maximum.fen();
  Int128 above = 0;
  Int128 wanted = total;
  for (const std::int64_t value : values) {
    if (value == 0) continue;
    above += value - minimum;
    wanted -= minimum;
  }
  if (wanted < 0 || (above == 0 && wanted > 0)) return false;
  // Whoever would pass the maximum stays there, and the others bear what is missing, until nobody passes it.
  std::vector<bool> stays(values.size());
  for (bool again = true; again && above > 0;) {
    again = false;
    const Int128 share = wanted;
    const Int128 whole = above;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == 0 || stays[i] || (values[i] - minimum) * share <= (maximum - minimum) * whole) continue;
      wanted -= maximum - minimum;
      above -= values[i] - minimum;
      values[i] = maximum;
      stays[i] = again = true;
    }
    if (wanted < 0) return false;
  }
  if (above == 0) return wanted == 0;
  Int128 left = wanted;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == 0 || stays[i]) continue;
    const Int128 part = (values[i] - minimum) * wanted / above;
    left -= part;
    values[i] = minimum + static_cast<std::int64_t>(part);
  }
  // What the divisions left over is less than a fen a member; it goes to the first of them.
  for (std::size_t i = 0; i < values.size() && left > 0; ++i) {
    if (values[i] == 0 || values[i] == maximum) continue;
    ++values[i];
    --left;
  }
  return left == 0;
}

}  // namespace disburse
