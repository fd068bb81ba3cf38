#include "engine/replicates/paths.hpp"

#include <algorithm>
#include <bitset>
#include <stdexcept>
#include <unordered_map>

#include "engine/base/parallel.hpp"
#include "engine/base/random.hpp"

namespace disburse {
namespace {

/// In which months of the year, and by which programmes, a member is paid: members with one signature share a block, so
/// that few columns of it are empty. A mark that two streams share costs an empty column, nothing else.
using Signature = std::bitset<256>;

Signature signature(const std::int32_t* row, const SchemeColumns& columns) {
  constexpr std::size_t months = 12;
  Signature marks;
  for (std::size_t j = 0; j < columns.width(); ++j) {
    if (row[j] == 0) continue;
    const Column& column = columns.at(j);
    const std::size_t month = j < columns.alive().size() ? static_cast<std::size_t>(column.due) % months : months;
    marks.set((column.programme * (months + 1) + month) % marks.size());
  }
  return marks;
}

/// The blocks of some members of one scheme: each member goes into the block of those who are paid in the same months.
class Sorter {
 public:
  explicit Sorter(const SchemeColumns& columns) : columns_(columns) {}

  void add(const std::int32_t* row, const PathMember& member) {
    if (last_ < open_.size() && open_[last_].add_alike(row, member)) return;
    const auto [at, fresh] = number_.try_emplace(signature(row, columns_), open_.size());
    if (fresh) open_.emplace_back(columns_);
    last_ = at->second;
    if (open_[last_].add(row, member)) return;
    if (open_[last_].size() != 0) blocks_.push_back(open_[last_].close());
    if (!open_[last_].add(row, member))
      throw std::length_error("a member's amount of one month does not fit 32 bits of fen");
  }

  /// The blocks; those with few members become one, since a block has a price of its own.
  std::vector<PathBlock> close() {
    constexpr std::size_t few = 512;
    BlockBuilder rest(columns_);
    std::vector<std::int32_t> row;
    for (BlockBuilder& own : open_) {
      if (own.size() >= few) {
        blocks_.push_back(own.close());
        continue;
      }
      for (std::size_t i = 0; i < own.size(); ++i) {
        own.row(i, row);
        if (rest.add(row.data(), own.member(i))) continue;
        blocks_.push_back(rest.close());
        rest.add(row.data(), own.member(i));
      }
    }
    if (rest.size() != 0) blocks_.push_back(rest.close());
    return std::move(blocks_);
  }

 private:
  const SchemeColumns& columns_;
  std::unordered_map<Signature, std::size_t> number_;  // of the signature's open block
  std::vector<BlockBuilder> open_;
  std::size_t last_ = 0;  // the block of the member before
  std::vector<PathBlock> blocks_;
};

/// A cohort that may die, and its death table.
struct MortalCohort {
  const Cohort* cohort;
  std::uint32_t table;
};

/// What the rules say of the members of one scheme.
class SchemeReader {
 public:
  SchemeReader(const Population& population, const ProgrammeSet& programmes, const SchemeColumns& columns)
      : population_(population), programmes_(programmes), columns_(columns) {}

  std::vector<PathBlock> blocks(const SchemePaths& scheme, const std::vector<MortalCohort>& cohorts) const {
    constexpr std::size_t together = 16;  // members whose rows stay in a core's first cache
    const std::size_t width = columns_.width();
    std::vector<std::int32_t> rows(together * width);
    Sorter sorter(columns_);
    for (const MortalCohort& own : cohorts) {
      const std::uint16_t threshold = scheme.tables[own.table].threshold();
      for (std::size_t begin = own.cohort->begin; begin < own.cohort->end; begin += together) {
        const std::size_t end = std::min(begin + together, own.cohort->end);
        read(*own.cohort, begin, end, rows);
        for (std::size_t i = begin; i < end; ++i) {
          const std::uint64_t key = draw_key(population_.members().key[i].view());
          sorter.add(rows.data() + (i - begin) * width, {key, own.table, threshold});
        }
      }
    }
    return sorter.close();
  }

  /// What a cohort gets in all, alive throughout, by alive column.
  void add_sums(const Cohort& cohort, std::vector<std::int64_t>& sums) const {
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      const Programme& programme = *programmes_[p];
      if (!programme.concerns(cohort.scheme, cohort.role)) continue;
      const std::size_t components = programme.definition().components.size();
      const auto months = static_cast<std::size_t>(columns_.months());
      StreamSums streams(components, columns_.months());
      programme.accumulate(population_.members(), cohort.begin, cohort.end, streams);
      const std::span<const std::int32_t> places = columns_.places(p);
      for (std::size_t c = 0; c < components; ++c) {
        for (std::size_t t = 0; t < months; ++t) {
          const std::int32_t place = places[c * months + t];
          if (place >= 0 && static_cast<std::size_t>(place) < sums.size())
            sums[static_cast<std::size_t>(place)] += streams.amount(c, t);
        }
      }
    }
  }

 private:
  /// Rows of members [begin, end) of one cohort.
  void read(const Cohort& cohort, std::size_t begin, std::size_t end, std::vector<std::int32_t>& rows) const {
    std::fill_n(rows.begin(), (end - begin) * columns_.width(), 0);
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      if (!programmes_[p]->concerns(cohort.scheme, cohort.role)) continue;
      programmes_[p]->spread(population_.members(), begin, end, {rows.data(), columns_.width(), columns_.places(p)});
    }
  }

  const Population& population_;
  const ProgrammeSet& programmes_;
  const SchemeColumns& columns_;
};

/// Cohorts in groups of about as many members.
std::vector<std::vector<MortalCohort>> groups_of(const std::vector<MortalCohort>& cohorts) {
  constexpr std::size_t members_a_group = 8 * PathBlock::most_members;
  std::vector<std::vector<MortalCohort>> groups;
  std::size_t filled = members_a_group;
  for (const MortalCohort& own : cohorts) {
    if (filled >= members_a_group) {
      groups.emplace_back();
      filled = 0;
    }
    groups.back().push_back(own);
    filled += own.cohort->size();
  }
  return groups;
}

/// Adds what the members of a block get in all, by alive column.
void add_sums(const PathBlock& block, std::vector<std::int64_t>& sums) {
  std::vector<std::int64_t> of_value(block.values);
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::int32_t* line = block.lines.data() + i * block.values;
    for (std::size_t v = 0; v < block.values; ++v) of_value[v] += line[v];
  }
  for (std::size_t j = 0; j < block.alive; ++j) sums[block.columns[j]] += of_value[block.value_of[j]];
}

SchemePaths scheme_paths(const Population& population, const ProgrammeSet& programmes, const SchemeColumns& columns,
                         const SurvivalPaths& survival, int threads) {
  SchemePaths paths;
  paths.certain_payments.resize(columns.alive().size());
  const SchemeReader reader(population, programmes, columns);
  std::vector<MortalCohort> mortal;
  for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
    const Cohort& cohort = population.cohorts()[c];
    if (cohort.scheme != columns.scheme()) continue;
    paths.all += cohort.size();
    DeathTable table(survival[c]);
    if (table.mortal()) {
      mortal.push_back({&cohort, static_cast<std::uint32_t>(paths.tables.size())});
      paths.tables.push_back(std::move(table));
    } else {
      reader.add_sums(cohort, paths.certain_payments);
    }
  }
  paths.upper = UpperTables(paths.tables);
  const auto groups = groups_of(mortal);
  std::vector<std::vector<PathBlock>> parts(groups.size());
  for_blocks(groups.size(), threads, [&](std::size_t g) { parts[g] = reader.blocks(paths, groups[g]); });
  paths.if_all_live = paths.certain_payments;
  for (std::vector<PathBlock>& part : parts) {
    for (PathBlock& block : part) {
      add_sums(block, paths.if_all_live);
      paths.members += block.size();
      paths.blocks.push_back(std::move(block));
    }
  }
  return paths;
}

}  // namespace

CityColumns city_columns(const ProgrammeSet& programmes, Horizon horizon) {
  CityColumns columns;
  for (int s = 0; s < scheme_count; ++s) columns.emplace_back(programmes, static_cast<Scheme>(s), horizon);
  return columns;
}

MemberPaths member_paths(const Population& population, const ProgrammeSet& programmes, const CityColumns& columns,
                         const SurvivalPaths& survival, int threads) {
  MemberPaths paths;
  for (std::size_t s = 0; s < paths.size(); ++s)
    paths[s] = scheme_paths(population, programmes, columns[s], survival, threads);
  return paths;
}

}  // namespace disburse
