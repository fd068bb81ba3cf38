#pragma once
// Many replicates of the city: each measure's amount in each of them, exact fen, the same bytes on any number of
// threads.
#include <functional>

#include "engine/replicates/kernel.hpp"
#include "engine/replicates/measures.hpp"

namespace disburse {

/// Amounts by measure and replicate.
class Replicates {
 public:
  Replicates(std::size_t measures, std::uint32_t count) : count_(count), fen_(measures * count) {}
  std::uint32_t count() const { return count_; }
  std::int64_t& at(std::size_t measure, std::uint32_t replicate) { return fen_[measure * count_ + replicate]; }
  std::int64_t at(std::size_t measure, std::uint32_t replicate) const { return fen_[measure * count_ + replicate]; }
  /// All replicates of one measure.
  std::vector<std::int64_t> of(std::size_t measure) const {
    const auto begin = fen_.begin() + static_cast<std::ptrdiff_t>(measure * count_);
    return {begin, begin + count_};
  }

 private:
  std::uint32_t count_;
  std::vector<std::int64_t> fen_;
};

/// What replicates are made from, under one set of assumptions.
class Ensemble {
 public:
  Ensemble(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& survival,
           const Measures& measures, int threads);

  /// Replicates [first, first + count); a replicate does not depend on which others are made with it.
  /// `first` and `count` are multiples of replicates_a_draw.
  Replicates run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads,
                 Simd simd = widest_simd()) const;

  const std::vector<SchemePaths>& schemes() const { return schemes_; }
  /// By scheme and column of a row: the measures that the column counts to.
  const std::vector<std::vector<std::vector<std::uint32_t>>>& counted() const { return counted_; }
  /// What each measure has from payments that no death can move: fixed ones and those to members who cannot die.
  const std::vector<std::int64_t>& of_immortals() const { return of_immortals_; }

 private:
  void run_chunk(std::uint64_t seed, std::uint32_t first, std::uint32_t count, std::uint32_t column_of_first, Simd simd,
                 Replicates& into) const;

  std::vector<SchemePaths> schemes_;
  std::vector<std::vector<std::vector<std::uint32_t>>> counted_;  // by scheme and column of a row: measures
  std::vector<std::int64_t> fixed_;                               // by measure
  std::vector<std::int64_t> of_immortals_;                        // by measure
};

/// `fen` of those entitled, taken up by `share` of them, rounded half up.
std::int64_t taken_up(std::int64_t fen, const Rate& share);

}  // namespace disburse
