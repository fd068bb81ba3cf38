#include "engine/replicates/paths.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace disburse {
namespace {

constexpr std::int64_t most_fen = std::numeric_limits<std::int32_t>::max();

/// Cuts the scheme's mortal members into runs [begin, end) of the population's rows within one cohort.
struct Run {
  std::size_t cohort, begin, end;
};

/// A block is made from runs; its rows first in 64 bits, so that nothing can overflow unseen.
class BlockMaker {
 public:
  BlockMaker(const Population& population, const ProgrammeSet& programmes, const SchemeColumns& columns)
      : population_(population), programmes_(programmes), columns_(columns) {}

  /// Rows of the members [begin, end) of one cohort, members x width.
  std::vector<std::int64_t> rows(const Cohort& cohort, std::size_t begin, std::size_t end) const {
    std::vector<std::int64_t> rows((end - begin) * columns_.width());
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      if (!programmes_[p]->concerns(cohort.scheme, cohort.role)) continue;
      const auto place = [&](std::size_t component, std::size_t due) { return columns_.place(p, component, due); };
      programmes_[p]->spread(population_.members(), begin, end, RowWriter{rows.data(), columns_.width(), place});
    }
    return rows;
  }

 private:
  const Population& population_;
  const ProgrammeSet& programmes_;
  const SchemeColumns& columns_;
};

/// Adds `row` to the sums of absolute values; false when a sum would no longer fit 32 bits.
bool fits(std::vector<std::int64_t>& sums, const std::int64_t* row) {
  for (std::size_t j = 0; j < sums.size(); ++j) {
    if (sums[j] + std::abs(row[j]) > most_fen) return false;
  }
  for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += std::abs(row[j]);
  return true;
}

void add_member(PathBlock& block, const std::int64_t* row, std::size_t width, std::uint64_t key, std::uint32_t table,
                std::uint16_t threshold) {
  for (std::size_t j = 0; j < width; ++j) block.rows.push_back(static_cast<std::int32_t>(row[j]));
  block.keys.push_back(key);
  block.tables.push_back(table);
  block.thresholds.push_back(threshold);
}

/// The blocks of a group of cohorts, in order.
std::vector<PathBlock> blocks_of(const Population& population, const BlockMaker& maker, const SchemePaths& scheme,
                                 const std::vector<std::size_t>& cohorts) {
  const std::size_t width = scheme.columns.width();
  std::vector<PathBlock> blocks;
  std::vector<std::int64_t> sums;
  for (const std::size_t c : cohorts) {
    const Cohort& cohort = population.cohorts()[c];
    const std::uint16_t threshold = scheme.tables[c].threshold();
    const std::vector<std::int64_t> rows = maker.rows(cohort, cohort.begin, cohort.end);
    for (std::size_t i = 0; i < cohort.size(); ++i) {
      const std::int64_t* row = rows.data() + i * width;
      const bool full = blocks.empty() || blocks.back().size() == PathBlock::most_members;
      if (full || !fits(sums, row)) {
        blocks.emplace_back();
        sums.assign(width, 0);
        if (!fits(sums, row)) throw std::length_error("a member's amount of one month does not fit 32 bits of fen");
      }
      const std::uint64_t key = draw_key(population.members().key[cohort.begin + i].view());
      add_member(blocks.back(), row, width, key, static_cast<std::uint32_t>(c), threshold);
    }
  }
  return blocks;
}

/// Cohorts that may die, in groups of about as many members.
std::vector<std::vector<std::size_t>> groups_of(const Population& population, const SchemePaths& scheme) {
  constexpr std::size_t members_a_group = 8 * PathBlock::most_members;
  std::vector<std::vector<std::size_t>> groups;
  std::size_t filled = members_a_group;
  for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
    const Cohort& cohort = population.cohorts()[c];
    if (cohort.scheme != scheme.scheme || scheme.tables[c].below.empty() || scheme.tables[c].below.back() == 0) continue;
    if (filled >= members_a_group) {
      groups.emplace_back();
      filled = 0;
    }
    groups.back().push_back(c);
    filled += cohort.size();
  }
  return groups;
}

}  // namespace

DeathTable death_table(const std::vector<std::int64_t>& survival) {
  DeathTable table;
  for (const std::int64_t alive : survival) {
    table.below.push_back(static_cast<std::uint64_t>(certain - alive) >> (survival_bits - 32));
  }
  return table;
}

std::uint16_t DeathTable::threshold() const {
  return static_cast<std::uint16_t>(std::min<std::uint64_t>(below.back() >> 16, 0xffff));
}

int DeathTable::month(std::uint32_t u) const {
  const auto found = std::upper_bound(below.begin() + 1, below.end(), std::uint64_t{u});
  return found == below.end() ? -1 : static_cast<int>(found - below.begin()) - 1;
}

int DeathTable::month_of_upper(std::uint32_t upper) const {
  const std::uint64_t least = std::uint64_t{upper} << 16;
  const auto found = std::upper_bound(below.begin() + 1, below.end(), least);
  if (found == below.end()) return -1;
  return *found > least + 0xffff ? static_cast<int>(found - below.begin()) - 1 : unknown;
}

std::vector<SchemePaths> member_paths(const Population& population, const ProgrammeSet& programmes,
                                      const SurvivalPaths& survival, int threads) {
  std::vector<SchemePaths> schemes;
  for (int s = 0; s < scheme_count; ++s) {
    const auto scheme = static_cast<Scheme>(s);
    SchemePaths paths{scheme, SchemeColumns(population, programmes, scheme), {}, {}, 0};
    for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
      const bool own = population.cohorts()[c].scheme == scheme;
      paths.tables.push_back(own ? death_table(survival[c]) : DeathTable{});
    }
    const BlockMaker maker(population, programmes, paths.columns);
    const auto groups = groups_of(population, paths);
    std::vector<std::vector<PathBlock>> parts(groups.size());
    for_blocks(groups.size(), threads,
               [&](std::size_t g) { parts[g] = blocks_of(population, maker, paths, groups[g]); });
    for (std::vector<PathBlock>& part : parts) {
      for (PathBlock& block : part) {
        paths.members += block.size();
        paths.blocks.push_back(std::move(block));
      }
    }
    schemes.push_back(std::move(paths));
  }
  return schemes;
}

std::size_t bytes_of(const std::vector<SchemePaths>& schemes) {
  std::size_t bytes = 0;
  for (const SchemePaths& scheme : schemes) {
    const std::size_t each = scheme.columns.width() * sizeof(std::int32_t) + sizeof(std::uint64_t) +
                             sizeof(std::uint16_t) + sizeof(std::uint32_t);
    bytes += scheme.members * each;
  }
  return bytes;
}

}  // namespace disburse
