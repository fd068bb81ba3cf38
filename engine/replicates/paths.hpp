#pragma once
// The members who may die, each with the row of what a death takes away and adds, in blocks that fit a core's cache.
#include <cstdint>
#include <vector>

#include "engine/replicates/columns.hpp"

namespace disburse {

/// When the members of a cohort die, as a function of a 32-bit draw u: in the first month m with u < below[m + 1], not
/// within the horizon when there is none.
struct DeathTable {
  std::vector<std::uint64_t> below;  ///< (1 - survival to the first day of month m) x 2^32, rounded down; count + 1
  /// The most that the upper 16 bits of a draw can be for a death.
  std::uint16_t threshold() const;
  /// The month of death of draw `u`; -1 when the member lives on.
  int month(std::uint32_t u) const;
  /// The same from the upper 16 bits; `unknown` when the lower ones decide.
  static constexpr int unknown = -2;
  int month_of_upper(std::uint32_t upper) const;
};

DeathTable death_table(const std::vector<std::int64_t>& survival);

/// Up to `most_members` members of one scheme. Sums over all of them of any column fit 32 bits, so that a kernel may add
/// the dead of a replicate in 32 bits.
struct PathBlock {
  static constexpr std::size_t most_members = 1024;
  std::vector<std::int32_t> rows;         ///< members x width, fen
  std::vector<std::uint64_t> keys;        ///< draw_key of each member
  std::vector<std::uint16_t> thresholds;  ///< of each member
  std::vector<std::uint32_t> tables;      ///< index of each member's death table
  std::size_t size() const { return keys.size(); }
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

/// Bytes that member_paths takes for so many members and columns, to be asked for before a long run.
std::size_t bytes_of(const std::vector<SchemePaths>& schemes);

}  // namespace disburse
