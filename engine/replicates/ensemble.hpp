#pragma once
// Many replicates of the city: each measure's amount in each of them, exact fen, the same bytes on any number of
// threads.
#include <functional>
#include <memory>

#include "engine/replicates/kernel.hpp"
#include "engine/replicates/measures.hpp"
#include "engine/support/journal.hpp"

namespace disburse {

/// Amounts by measure and replicate. Memory is taken as it is filled: who stops early has not waited for it.
class Replicates {
 public:
  Replicates(std::size_t measures, std::uint32_t count)
      : count_(count), fen_(std::make_unique_for_overwrite<std::int64_t[]>(measures * count)) {}
  std::uint32_t count() const { return count_; }
  std::int64_t& at(std::size_t measure, std::uint32_t replicate) { return fen_[measure * count_ + replicate]; }
  std::int64_t at(std::size_t measure, std::uint32_t replicate) const { return fen_[measure * count_ + replicate]; }
  /// All replicates of one measure.
  std::vector<std::int64_t> of(std::size_t measure) const {
    const std::int64_t* begin = fen_.get() + measure * count_;
    return {begin, begin + count_};
  }

 private:
  std::uint32_t count_;
  std::unique_ptr<std::int64_t[]> fen_;
};

/// Who keeps and who watches the pieces of a run; both may be absent.
struct Watch {
  Journal* journal = nullptr;               ///< finished pieces are taken from it, new ones added
  std::uint64_t kind = 0;                   ///< under which the pieces stand in the journal
  std::function<void(std::uint32_t)> done;  ///< told how many replicates were finished; any thread calls
};

/// What replicates are made from, under one set of assumptions.
class Ensemble {
 public:
  Ensemble(const Population& population, const ProgrammeSet& programmes, const SurvivalPaths& survival,
           const Measures& measures, int threads);

  /// Replicates [first, first + count); a replicate does not depend on which others are made with it.
  /// `first` and `count` are multiples of replicates_a_draw.
  Replicates run(std::uint64_t seed, std::uint32_t first, std::uint32_t count, int threads, const Watch& watch = {},
                 Simd simd = widest_simd()) const;

  const std::vector<SchemePaths>& schemes() const { return schemes_; }
  /// By scheme and column of a row: the measures that the column counts to.
  const std::vector<std::vector<std::vector<std::uint32_t>>>& counted() const { return counted_; }
  /// What each measure has from payments that no death can move: fixed ones and those to members who cannot die.
  const std::vector<std::int64_t>& of_immortals() const { return of_immortals_; }

 private:
  /// Amounts of replicates [first, first + count), replicates x measures.
  std::vector<std::int64_t> amounts_of(std::uint64_t seed, std::uint32_t first, std::uint32_t count, Simd simd) const;

  std::vector<SchemePaths> schemes_;
  std::vector<std::vector<std::vector<std::uint32_t>>> counted_;  // by scheme and column of a row: measures
  std::vector<std::int64_t> fixed_;                               // by measure
  std::vector<std::int64_t> of_immortals_;                        // by measure
};

/// `fen` of those entitled, taken up by `share` of them, rounded half up.
std::int64_t taken_up(std::int64_t fen, const Rate& share);

}  // namespace disburse
