#pragma once
// The members who may die, each with the row of what a death takes away and adds, in blocks that fit a core's cache.
#include <cstdint>
#include <vector>

#include "engine/replicates/columns.hpp"

namespace disburse {

/// When the members of a cohort die, as a function of a 32-bit draw u: in the first month m with u < below[m + 1], not
/// within the horizon when there is none.
class DeathTable {
 public:
  DeathTable() = default;
  explicit DeathTable(const std::vector<std::int64_t>& survival);

  /// (1 - survival to the first day of month m) x 2^32, rounded down; count + 1 values.
  const std::vector<std::uint64_t>& below() const { return below_; }
  bool mortal() const { return !below_.empty() && below_.back() != 0; }
  /// The most that the upper 16 bits of a draw can be for a death.
  std::uint16_t threshold() const { return threshold_; }
  /// The month of death of draw `u`; -1 when the member lives on.
  int month(std::uint32_t u) const;
  /// The same from the upper 16 bits, at most `threshold`; `unknown` when the lower ones decide.
  static constexpr int unknown = -2;
  int month_of_upper(std::uint32_t upper) const {
    std::size_t m = guide_[upper >> shift_];
    while (below_upper_[m + 1] < upper) ++m;  // ends: the last entry is no less than any upper half
    return below_upper_[m + 1] == upper ? unknown : static_cast<int>(m);
  }

 private:
  static constexpr std::size_t guides = 256;
  std::vector<std::uint64_t> below_;
  std::vector<std::uint32_t> below_upper_;  // upper halves, and 2^16 behind the last
  std::vector<std::uint16_t> guide_;        // where the search begins, by the upper half's upper bits
  std::uint32_t shift_ = 0;
  std::uint16_t threshold_ = 0;
};

/// Up to `most_members` members of one scheme who are paid in the same months. Sums over all of them of any column fit
/// 32 bits, so that a kernel may add the dead of a replicate in 32 bits.
struct PathBlock {
  static constexpr std::size_t most_members = 1024;
  std::vector<std::uint32_t>
      columns;            ///< columns of the scheme that hold money here, in order: those of the living first
  std::size_t alive = 0;  ///< how many of them are paid to the living
  std::vector<std::uint32_t> first_lost, first_lump;  ///< as SchemeColumns has them, for these columns
  std::vector<std::int32_t> rows;                     ///< members x columns, fen
  std::vector<std::uint64_t> keys;                    ///< draw_key of each member
  std::vector<std::uint16_t> thresholds;              ///< of each member
  std::vector<std::uint32_t> tables;                  ///< index of each member's death table
  std::size_t size() const { return keys.size(); }
  std::size_t width() const { return columns.size(); }
};

/// All members of one scheme that may die within the horizon.
struct SchemePaths {
  Scheme scheme = Scheme::civil_service;
  SchemeColumns columns;
  std::vector<DeathTable> tables;  ///< by cohort
  std::vector<PathBlock> blocks;
  std::size_t members = 0;
};

/// The paths of every scheme.
/// Errors: std::length_error when one member's column does not fit 32 bits of fen (21,474,836.47 yuan).
std::vector<SchemePaths> member_paths(const Population& population, const ProgrammeSet& programmes,
                                      const SurvivalPaths& survival, int threads);

/// Bytes that the paths take.
std::size_t bytes_of(const std::vector<SchemePaths>& schemes);

}  // namespace disburse
