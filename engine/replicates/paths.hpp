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
  std::uint16_t threshold() const;
  /// The month of death of draw `u`; -1 when the member lives on. The search begins at month `from`.
  int month(std::uint32_t u, int from = 0) const;

 private:
  std::vector<std::uint64_t> below_;
};

/// Death tables in one array, for the upper 16 bits of a draw: where in the months the search begins, by the uppermost
/// bits, and behind it the upper halves of `below`. One or two steps find the month of most draws.
class UpperTables {
 public:
  struct Found {
    int month;
    bool sure;  ///< else this month or a later one: the lower 16 bits decide
  };

  UpperTables() = default;
  explicit UpperTables(const std::vector<DeathTable>& tables);

  /// The month of death from the upper 16 bits, at most the table's threshold.
  Found month(std::uint32_t table, std::uint32_t upper) const {
    const std::uint16_t* own = words_.data() + table * stride_;
    const std::uint16_t* below = own + 1 + guides;  // of months 1, 2, ...; the last is above all
    std::uint32_t m = own[1 + (upper >> own[0])];
    m += below[m] < upper ? 1 : 0;
    m += below[m] < upper ? 1 : 0;
    while (below[m] < upper) ++m;
    return {static_cast<int>(m), below[m] != upper};
  }

 private:
  static constexpr std::size_t guides = 256;
  std::size_t stride_ = 0;
  std::vector<std::uint16_t> words_;  // by table: shift, guides, upper halves, a last one above all
};

/// Up to `most_members` members of one scheme who are paid in the same months. Most columns pay a member the same
/// amount as another does (a pension stands until it is adjusted), so a member keeps a line of values, and a column
/// names its value. Sums over all members of any value fit 32 bits, so that a kernel may add the dead of a replicate in
/// 32 bits.
struct PathBlock {
  static constexpr std::size_t most_members = 4096;
  static constexpr std::size_t step = 8;  ///< lines are whole vectors of so many values
  std::vector<std::uint32_t>
      columns;            ///< columns of the scheme that hold money here, in order: those of the living first
  std::size_t alive = 0;  ///< how many of them are paid to the living
  std::vector<std::uint32_t> first_lost, first_lump;  ///< as SchemeColumns has them, for these columns
  std::vector<std::uint32_t> value_of;                ///< by column: its place in a line
  std::vector<std::uint32_t> first_value;             ///< by month: a death in it needs the values from here on
  std::size_t values = 0;                             ///< a line; a multiple of `step`
  std::vector<std::int32_t> lines;                    ///< members x values, fen
  std::vector<std::uint64_t> keys;                    ///< draw_key of each member
  std::vector<std::uint16_t> thresholds;              ///< of each member
  std::vector<std::uint32_t> tables;                  ///< index of each member's death table
  std::size_t size() const { return keys.size(); }
  std::size_t width() const { return columns.size(); }
  std::int32_t amount(std::size_t member, std::size_t column) const {
    return lines[member * values + value_of[column]];
  }
};

/// All members of one scheme that may die within the horizon.
struct SchemePaths {
  Scheme scheme = Scheme::civil_service;
  SchemeColumns columns;
  std::vector<DeathTable> tables;  ///< by cohort
  UpperTables upper;               ///< of `tables`
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
