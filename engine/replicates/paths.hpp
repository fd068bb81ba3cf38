#pragma once
// The members who may die, each with the row of what a death takes away and adds; and what all members get if nobody
// dies.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/members/population.hpp"
#include "engine/replicates/death_table.hpp"
#include "engine/replicates/path_block.hpp"

namespace disburse {

/// The columns of every scheme.
using CityColumns = std::vector<SchemeColumns>;
CityColumns city_columns(const ProgrammeSet& programmes, Horizon horizon);

/// All members of one scheme within a population.
struct SchemePaths {
  std::vector<DeathTable> tables;              ///< of the cohorts that may die
  UpperTables upper;                           ///< of `tables`
  std::vector<PathBlock> blocks;               ///< of those who may die within the horizon
  std::size_t members = 0;                     ///< in the blocks
  std::size_t all = 0;                         ///< with those who cannot die
  std::vector<std::int64_t> certain_payments;  ///< by alive column: what those get who cannot die, fen
  std::vector<std::int64_t> if_all_live;       ///< by alive column: what all get together if nobody dies, fen
};

/// The paths of every scheme.
/// Errors: std::length_error when one member's column does not fit 32 bits of fen (21,474,836.47 yuan).
using MemberPaths = std::array<SchemePaths, scheme_count>;
MemberPaths member_paths(const Population& population, const ProgrammeSet& programmes, const CityColumns& columns,
                         const SurvivalPaths& survival, int threads);

}  // namespace disburse
