#include "engine/replicates/paths.hpp"

#include <algorithm>
#include <bitset>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

#include "engine/parallel.hpp"
#include "engine/random.hpp"

namespace disburse {
namespace {

constexpr std::uint16_t upper_most = 0xffff;
constexpr std::int64_t most_fen = std::numeric_limits<std::int32_t>::max();

/// Rows of members, first in 64 bits, so that nothing can overflow unseen.
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

/// A block that still takes members; its rows are as wide as the scheme's.
struct OpenBlock {
  PathBlock block;
  std::vector<std::int64_t> rows;
  std::vector<std::int64_t> sums;  // of absolute values, by column

  /// False when the member must go into another block.
  bool add(const std::int64_t* row, std::size_t width, std::uint64_t key, std::uint32_t table,
           std::uint16_t threshold) {
    sums.resize(width);
    if (block.size() == PathBlock::most_members) return false;
    for (std::size_t j = 0; j < width; ++j) {
      if (sums[j] + std::abs(row[j]) > most_fen) return false;
    }
    for (std::size_t j = 0; j < width; ++j) sums[j] += std::abs(row[j]);
    rows.insert(rows.end(), row, row + width);
    block.keys.push_back(key);
    block.tables.push_back(table);
    block.thresholds.push_back(threshold);
    return true;
  }

  /// The block with the columns that hold money only.
  PathBlock close(const SchemeColumns& columns, int months) {
    const std::size_t width = columns.width();
    for (std::size_t j = 0; j < width; ++j) {
      if (sums[j] != 0) block.columns.push_back(static_cast<std::uint32_t>(j));
    }
    const auto position = [&](std::size_t j) {
      return static_cast<std::uint32_t>(std::lower_bound(block.columns.begin(), block.columns.end(), j) -
                                        block.columns.begin());
    };
    block.alive = position(columns.alive().size());
    for (int month = 0; month <= months; ++month) {
      block.first_lost.push_back(position(columns.first_lost(month)));
      block.first_lump.push_back(position(columns.first_lump(month)));
    }
    name_values(width, months);
    return std::move(block);
  }

 private:
  /// The last month in which a death needs a column; 0 where none does.
  std::size_t last_need(std::size_t column, int months) const {
    const std::vector<std::uint32_t>& first = column < block.alive ? block.first_lost : block.first_lump;
    const auto end = first.begin() + months;
    const auto after = std::upper_bound(first.begin(), end, static_cast<std::uint32_t>(column));
    return after == first.begin() ? 0 : static_cast<std::size_t>(after - first.begin()) - 1;
  }

  /// Columns that pay every member the same share one value; values stand in the order in which deaths cease to need
  /// them.
  void name_values(std::size_t width, int months) {
    struct Value {
      std::vector<std::int32_t> amounts;  // by member
      std::size_t last = 0;               // month that needs it
    };
    std::map<std::vector<std::int32_t>, std::size_t> known;  // amounts: place in `found`
    std::vector<Value> found;
    std::vector<std::size_t> of_column;
    for (std::size_t c = 0; c < block.width(); ++c) {
      std::vector<std::int32_t> amounts(block.size());
      for (std::size_t i = 0; i < block.size(); ++i)
        amounts[i] = static_cast<std::int32_t>(rows[i * width + block.columns[c]]);
      const auto [at, fresh] = known.try_emplace(amounts, found.size());
      if (fresh) found.push_back({std::move(amounts), 0});
      Value& value = found[at->second];
      value.last = std::max(value.last, last_need(c, months));
      of_column.push_back(at->second);
    }
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return found[a].last < found[b].last; });
    // Padding stands in front, where a late death does not reach it.
    const std::size_t padding = (PathBlock::step - found.size() % PathBlock::step) % PathBlock::step;
    block.values = found.size() + padding;
    block.lines.assign(block.size() * block.values, 0);
    std::vector<std::uint32_t> place(found.size());
    for (std::size_t v = 0; v < order.size(); ++v) {
      place[order[v]] = static_cast<std::uint32_t>(padding + v);
      for (std::size_t i = 0; i < block.size(); ++i)
        block.lines[i * block.values + padding + v] = found[order[v]].amounts[i];
    }
    for (const std::size_t v : of_column) block.value_of.push_back(place[v]);
    std::size_t first = 0;
    for (int month = 0; month < months; ++month) {
      while (first < order.size() && found[order[first]].last < static_cast<std::size_t>(month)) ++first;
      block.first_value.push_back(static_cast<std::uint32_t>((padding + first) / PathBlock::step * PathBlock::step));
    }
  }
};

/// In which months of the year, and by which programmes, a member is paid: members with one signature share a block, so
/// that few columns of it are empty. A mark that two streams share costs an empty column, nothing else.
using Signature = std::bitset<256>;

Signature signature(const std::int64_t* row, const SchemeColumns& columns) {
  constexpr std::size_t months = 12;
  const std::size_t alive = columns.alive().size();
  Signature marks;
  for (std::size_t j = 0; j < columns.width(); ++j) {
    if (row[j] == 0) continue;
    const Column& column = j < alive ? columns.alive()[j] : columns.lumps()[j - alive];
    const std::size_t month = j < alive ? static_cast<std::size_t>(column.due) % months : months;
    marks.set((column.programme * (months + 1) + month) % marks.size());
  }
  return marks;
}

/// Blocks that still take members are closed; those with few members become one, since a block has a price of its own.
std::vector<PathBlock> closed(std::vector<OpenBlock> open, const SchemeColumns& columns, int months) {
  constexpr std::size_t few = 512;
  std::vector<PathBlock> blocks;
  OpenBlock rest;
  for (OpenBlock& own : open) {
    if (own.block.size() >= few) {
      blocks.push_back(own.close(columns, months));
      continue;
    }
    for (std::size_t i = 0; i < own.block.size(); ++i) {
      const std::int64_t* row = own.rows.data() + i * columns.width();
      const auto add = [&] {
        return rest.add(row, columns.width(), own.block.keys[i], own.block.tables[i], own.block.thresholds[i]);
      };
      if (add()) continue;
      blocks.push_back(rest.close(columns, months));
      rest = OpenBlock{};
      add();
    }
  }
  if (rest.block.size() != 0) blocks.push_back(rest.close(columns, months));
  return blocks;
}

/// The blocks of a group of cohorts.
std::vector<PathBlock> blocks_of(const Population& population, const BlockMaker& maker, const SchemePaths& scheme,
                                 const std::vector<std::size_t>& cohorts) {
  const std::size_t width = scheme.columns.width();
  const int months = population.horizon().count;
  std::vector<PathBlock> blocks;
  std::unordered_map<Signature, std::size_t> number;  // of the signature's open block
  std::vector<OpenBlock> open;
  for (const std::size_t c : cohorts) {
    const Cohort& cohort = population.cohorts()[c];
    const std::uint16_t threshold = scheme.tables[c].threshold();
    const auto table = static_cast<std::uint32_t>(c);
    const std::vector<std::int64_t> rows = maker.rows(cohort, cohort.begin, cohort.end);
    for (std::size_t i = 0; i < cohort.size(); ++i) {
      const std::int64_t* row = rows.data() + i * width;
      const std::uint64_t key = draw_key(population.members().key[cohort.begin + i].view());
      const auto [at, fresh] = number.try_emplace(signature(row, scheme.columns), open.size());
      if (fresh) open.emplace_back();
      OpenBlock& own = open[at->second];
      if (own.add(row, width, key, table, threshold)) continue;
      if (own.block.size() != 0) blocks.push_back(own.close(scheme.columns, months));
      own = OpenBlock{};
      if (!own.add(row, width, key, table, threshold)) {
        throw std::length_error("a member's amount of one month does not fit 32 bits of fen");
      }
    }
  }
  for (PathBlock& block : closed(std::move(open), scheme.columns, months)) blocks.push_back(std::move(block));
  return blocks;
}

/// Cohorts that may die, in groups of about as many members.
std::vector<std::vector<std::size_t>> groups_of(const Population& population, const SchemePaths& scheme) {
  constexpr std::size_t members_a_group = 8 * PathBlock::most_members;
  std::vector<std::vector<std::size_t>> groups;
  std::size_t filled = members_a_group;
  for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
    const Cohort& cohort = population.cohorts()[c];
    if (cohort.scheme != scheme.scheme || !scheme.tables[c].mortal()) continue;
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

DeathTable::DeathTable(const std::vector<std::int64_t>& survival) {
  for (const std::int64_t alive : survival)
    below_.push_back(static_cast<std::uint64_t>(certain - alive) >> (survival_bits - 32));
}

std::uint16_t DeathTable::threshold() const {
  return static_cast<std::uint16_t>(std::min<std::uint64_t>(below_.back() >> 16, upper_most));
}

UpperTables::UpperTables(const std::vector<DeathTable>& tables) {
  std::size_t months = 0;
  for (const DeathTable& table : tables) months = std::max(months, table.below().size());
  stride_ = 1 + guides + months;
  words_.assign(tables.size() * stride_, 0);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (!tables[t].mortal()) continue;
    std::uint16_t* own = words_.data() + t * stride_;
    std::uint16_t* upper = own + 1 + guides;
    const std::vector<std::uint64_t>& below = tables[t].below();
    for (std::size_t m = 1; m < below.size(); ++m)
      upper[m - 1] = static_cast<std::uint16_t>(std::min<std::uint64_t>(below[m] >> 16, upper_most));
    upper[below.size() - 1] = upper_most;
    const std::uint32_t threshold = tables[t].threshold();
    while (threshold >> own[0] >= guides) ++own[0];
    std::uint16_t m = 0;
    for (std::uint32_t g = 0; g <= threshold >> own[0]; ++g) {
      while (upper[m] < g << own[0]) ++m;
      own[1 + g] = m;
    }
  }
}

int DeathTable::month(std::uint32_t u, int from) const {
  auto m = static_cast<std::size_t>(from);
  while (m + 1 < below_.size() && below_[m + 1] <= u) ++m;
  return m + 1 < below_.size() ? static_cast<int>(m) : -1;
}

std::vector<SchemePaths> member_paths(const Population& population, const ProgrammeSet& programmes,
                                      const SurvivalPaths& survival, int threads) {
  std::vector<SchemePaths> schemes;
  for (int s = 0; s < scheme_count; ++s) {
    const auto scheme = static_cast<Scheme>(s);
    SchemePaths paths{scheme, SchemeColumns(population, programmes, scheme), {}, {}, {}, 0};
    for (std::size_t c = 0; c < population.cohorts().size(); ++c) {
      const bool own = population.cohorts()[c].scheme == scheme;
      paths.tables.push_back(own ? DeathTable(survival[c]) : DeathTable{});
    }
    paths.upper = UpperTables(paths.tables);
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
    for (const PathBlock& block : scheme.blocks) {
      bytes += block.lines.size() * sizeof(std::int32_t) +
               block.size() * (sizeof(std::uint64_t) + sizeof(std::uint16_t) + sizeof(std::uint32_t));
    }
  }
  return bytes;
}

}  // namespace disburse
