#include "engine/replicates/path_block.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>

namespace disburse {
namespace {

constexpr std::int64_t most_fen = std::numeric_limits<std::int32_t>::max();

std::int64_t magnitude(std::int32_t fen) { return std::abs(std::int64_t{fen}); }

}  // namespace

BlockBuilder::BlockBuilder(const SchemeColumns& columns)
    : columns_(&columns), class_of_(columns.width()), inside_(columns.width(), -1), first_{0}, amounts_(1), sums_(1) {
  if (!inside_.empty()) inside_.front() = 0;
  begins_.push_back(0);
}

bool BlockBuilder::alike(const std::int32_t* row) const {
  std::int32_t differs = 0;
  for (std::size_t j = 1; j < inside_.size(); ++j) differs |= (row[j] ^ row[j - 1]) & inside_[j];
  for (const std::uint32_t j : begins_) differs |= row[j] ^ row[first_[class_of_[j]]];
  return differs == 0;
}

bool BlockBuilder::add_alike(const std::int32_t* row, const PathMember& member) {
  if (size() == 0 || size() == PathBlock::most_members || !alike(row)) return false;
  for (std::size_t c = 0; c < first_.size(); ++c) {
    if ((row[first_[c]] == 0) != (amounts_[c].back() == 0)) return false;
  }
  return take(row, member);
}

bool BlockBuilder::add(const std::int32_t* row, const PathMember& member) {
  if (size() == PathBlock::most_members) return false;
  if (!alike(row)) part(row);
  return take(row, member);
}

bool BlockBuilder::take(const std::int32_t* row, const PathMember& member) {
  for (std::size_t c = 0; c < first_.size(); ++c) {
    if (sums_[c] + magnitude(row[first_[c]]) > most_fen) return false;
  }
  for (std::size_t c = 0; c < first_.size(); ++c) {
    sums_[c] += magnitude(row[first_[c]]);
    amounts_[c].push_back(row[first_[c]]);
  }
  block_.keys.push_back(member.key);
  block_.tables.push_back(member.table);
  block_.thresholds.push_back(member.threshold);
  return true;
}

/// Parts the classes whose columns `row` does not pay alike; those who came before were paid alike in both parts.
void BlockBuilder::part(const std::int32_t* row) {
  std::map<std::pair<std::uint32_t, std::int32_t>, std::uint32_t> parted;  // class and amount: its new class
  for (std::size_t j = 0; j < class_of_.size(); ++j) {
    const std::uint32_t old = class_of_[j];
    if (row[j] == row[first_[old]]) continue;
    const auto [at, fresh] = parted.try_emplace({old, row[j]}, static_cast<std::uint32_t>(first_.size()));
    class_of_[j] = at->second;
    if (!fresh) continue;
    first_.push_back(static_cast<std::uint32_t>(j));
    amounts_.push_back(amounts_[old]);
    sums_.push_back(sums_[old]);
  }
  if (parted.empty()) return;
  begins_.clear();
  for (std::size_t j = 0; j < class_of_.size(); ++j) {
    inside_[j] = j > 0 && class_of_[j] == class_of_[j - 1] ? -1 : 0;
    if (inside_[j] == 0) begins_.push_back(static_cast<std::uint32_t>(j));
  }
}

void BlockBuilder::row(std::size_t i, std::vector<std::int32_t>& into) const {
  into.resize(class_of_.size());
  for (std::size_t j = 0; j < into.size(); ++j) into[j] = amounts_[class_of_[j]][i];
}

PathBlock BlockBuilder::close() {
  name_columns();
  name_values();
  PathBlock made = std::move(block_);
  *this = BlockBuilder(*columns_);
  return made;
}

void BlockBuilder::name_columns() {
  for (std::size_t j = 0; j < class_of_.size(); ++j) {
    if (sums_[class_of_[j]] != 0) block_.columns.push_back(static_cast<std::uint32_t>(j));
  }
  const auto position = [&](std::size_t j) {
    return static_cast<std::uint32_t>(std::lower_bound(block_.columns.begin(), block_.columns.end(), j) -
                                      block_.columns.begin());
  };
  block_.alive = position(columns_->alive().size());
  for (int month = 0; month <= columns_->months(); ++month) {
    block_.first_lost.push_back(position(columns_->first_lost(month)));
    block_.first_lump.push_back(position(columns_->first_lump(month)));
  }
}

/// The last month in which a death needs a column of the block; 0 where none does.
std::size_t BlockBuilder::last_need(std::size_t column) const {
  const std::vector<std::uint32_t>& first = column < block_.alive ? block_.first_lost : block_.first_lump;
  const auto end = first.begin() + columns_->months();
  const auto after = std::upper_bound(first.begin(), end, static_cast<std::uint32_t>(column));
  return after == first.begin() ? 0 : static_cast<std::size_t>(after - first.begin()) - 1;
}

/// A value for each class with money, in the order in which deaths cease to need them.
void BlockBuilder::name_values() {
  std::vector<std::size_t> last(first_.size());  // by class: the last month that needs it
  std::vector<std::size_t> order;                // classes with money
  for (std::size_t c = 0; c < first_.size(); ++c) {
    if (sums_[c] != 0) order.push_back(c);
  }
  for (std::size_t j = 0; j < block_.columns.size(); ++j) {
    std::size_t& own = last[class_of_[block_.columns[j]]];
    own = std::max(own, last_need(j));
  }
  // Of classes that end together the one with the first column comes first.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return last[a] != last[b] ? last[a] < last[b] : first_[a] < first_[b];
  });
  // Padding stands in front, where a late death does not reach it.
  const std::size_t padding = (PathBlock::step - order.size() % PathBlock::step) % PathBlock::step;
  block_.values = order.size() + padding;
  block_.lines.assign(size() * block_.values, 0);
  std::vector<std::uint32_t> place(first_.size());
  for (std::size_t v = 0; v < order.size(); ++v) place[order[v]] = static_cast<std::uint32_t>(padding + v);
  for (std::size_t i = 0; i < size(); ++i) {
    std::int32_t* line = block_.lines.data() + i * block_.values + padding;
    for (std::size_t v = 0; v < order.size(); ++v) line[v] = amounts_[order[v]][i];
  }
  for (const std::uint32_t j : block_.columns) block_.value_of.push_back(place[class_of_[j]]);
  std::size_t first = 0;
  for (std::size_t month = 0; month < static_cast<std::size_t>(columns_->months()); ++month) {
    while (first < order.size() && last[order[first]] < month) ++first;
    block_.first_value.push_back(static_cast<std::uint32_t>((padding + first) / PathBlock::step * PathBlock::step));
  }
}

}  // namespace disburse
