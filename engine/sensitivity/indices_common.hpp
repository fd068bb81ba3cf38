#pragma once
// What the estimators share: values that are numbers, resampling of rows.
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/base/random.hpp"
#include "engine/sensitivity/indices.hpp"

namespace disburse {

/// The model's answers; UndefinedIndices where one is no number.
inline Batch answers(const Model& model, const Points& points) {
  Batch values = model(points);
  for (const double value : values) {
    if (!std::isfinite(value)) throw UndefinedIndices("the model gives a value that is no number"_m);
  }
  return values;
}

/// Rows drawn with replacement, the same for every statistic: `resample` r of `rows` rows.
inline std::vector<std::uint32_t> resampled(std::size_t rows, std::uint64_t seed, std::uint32_t resample) {
  std::vector<std::uint32_t> picked(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint64_t word = draw(seed, Stream::study, i / 4, 1, resample)[i % 4];
    picked[i] = static_cast<std::uint32_t>(word * rows >> 32);
  }
  return picked;
}

inline constexpr std::uint32_t resamples = 200;

/// `statistic` of all rows, and the spread of its resamples.
template <class Statistic>
Estimated estimated(std::size_t rows, std::uint64_t seed, const Statistic& statistic) {
  std::vector<std::uint32_t> all(rows);
  for (std::size_t i = 0; i < rows; ++i) all[i] = static_cast<std::uint32_t>(i);
  Estimated result;
  result.value = statistic(all);
  std::vector<double> spread;
  for (std::uint32_t r = 0; r < resamples; ++r) spread.push_back(statistic(resampled(rows, seed, r)));
  std::sort(spread.begin(), spread.end());
  constexpr double tail = 0.025;
  result.low = spread[static_cast<std::size_t>(tail * resamples)];
  result.high = spread[static_cast<std::size_t>((1.0 - tail) * resamples) - 1];
  return result;
}

}  // namespace disburse
