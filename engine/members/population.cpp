#include "engine/members/population.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "engine/base/error.hpp"
#include "engine/members/counted_survival.hpp"

namespace disburse {
namespace {

// Large groups without mortality are cut, so that the parallel loop has even pieces.
constexpr std::size_t largest_cohort = 4096;

struct CohortKey {
  std::uint64_t packed = 0;
  std::int64_t alive = 0;
  std::int32_t joined = 0;
  std::uint32_t row = 0;
  bool same_cohort(const CohortKey& other) const {
    return packed == other.packed && joined == other.joined && alive == other.alive;
  }
  friend bool operator<(const CohortKey& a, const CohortKey& b) {
    return std::tie(a.packed, a.joined, a.alive, a.row) < std::tie(b.packed, b.joined, b.alive, b.row);
  }
};

constexpr int digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

/// One pass of sort_in_order: by one digit of a part, those of the same digit staying as they stand.
template <class Part>
void distribute(std::vector<CohortKey>& keys, std::vector<CohortKey>& sorted, const Part& part, int shift) {
  const auto digit = [&](const CohortKey& key) { return static_cast<std::size_t>(part(key) >> shift) % digits; };
  std::vector<std::size_t> place(digits);
  for (const CohortKey& key : keys) ++place[digit(key)];
  std::size_t before = 0;
  for (std::size_t& one : place) before += std::exchange(one, before);
  for (const CohortKey& key : keys) sorted[place[digit(key)]++] = key;
  keys.swap(sorted);
}

/// As std::sort would, in a few passes over all keys instead of comparing them: members share most of their digits, and
/// a digit that all share needs no pass. The keys come in order of their rows.
void sort_in_order(std::vector<CohortKey>& keys) {
  std::vector<CohortKey> sorted(keys.size());
  const auto by = [&](const auto& part) {
    std::uint64_t differing = 0;
    for (const CohortKey& key : keys) differing |= part(key) ^ part(keys.front());
    for (int shift = 0; shift < 64; shift += digit_bits) {
      if ((differing >> shift) % digits != 0) distribute(keys, sorted, part, shift);
    }
  };
  by([](const CohortKey& key) { return static_cast<std::uint64_t>(key.alive); });
  by([](const CohortKey& key) {  // a month may lie before the first that has an index
    return static_cast<std::uint64_t>(std::int64_t{key.joined} - std::numeric_limits<std::int32_t>::min());
  });
  by([](const CohortKey& key) { return key.packed; });
}

/// True for members whose place is taken by another when they retire or die: no path of their own. In a year in which
/// members are held constant a resident who has a month of the pension age is none of them.
bool held_constant(const Roster& roster, std::size_t i) {
  const bool constant_year = roster.evolves_from.is_none() && roster.scheme[i] != Scheme::resident;
  return roster.role[i] != Role::pensioner &&
         (roster.role[i] == Role::leaver || constant_year || Month::from_index(roster.retired[i]).is_none());
}

/// Scheme, role, sex, birth and retirement month in one number; groups without mortality carry the first two only.
CohortKey key_of(const Roster& roster, std::size_t row, Horizon horizon) {
  const Month before = horizon.first - 1;
  CohortKey key;
  key.row = static_cast<std::uint32_t>(row);
  key.joined = before.index();
  key.alive = roster.alive[row];
  key.packed = static_cast<std::uint64_t>(roster.scheme[row]) << 8 | static_cast<std::uint64_t>(roster.role[row]);
  key.packed <<= 48;
  if (held_constant(roster, row)) return key;
  if (roster.role[row] != Role::pensioner) key.joined = std::max(key.joined, roster.joined[row]);
  const std::int32_t retired = std::max(roster.retired[row], before.index());
  key.packed |= static_cast<std::uint64_t>(roster.sex[row]) << 47 |
                static_cast<std::uint64_t>(roster.birth[row]) << 23 | static_cast<std::uint64_t>(retired);
  return key;
}

template <class T>
void reorder(std::vector<T>& column, const std::vector<T>& from, const std::vector<CohortKey>& order) {
  column.resize(from.size());
  for (std::size_t i = 0; i < order.size(); ++i) column[i] = from[order[i].row];
}

Roster reordered(const Roster& roster, const std::vector<CohortKey>& order) {
  Roster sorted = roster.head();
  Roster::each_column([&](auto& column, const auto& from) { reorder(column, from, order); }, sorted, roster);
  return sorted;
}

Cohort cohort_at(const Roster& members, std::size_t row, Horizon horizon) {
  const Month before = horizon.first - 1;
  Cohort cohort;
  cohort.scheme = members.scheme[row];
  cohort.role = members.role[row];
  cohort.sex = members.sex[row];
  cohort.joined = before;
  cohort.alive = members.alive[row];
  cohort.begin = row;
  cohort.end = row + 1;
  if (held_constant(members, row)) return cohort;
  cohort.birth = Month::from_index(members.birth[row]);
  cohort.retired = std::max(Month::from_index(members.retired[row]), before);
  cohort.exposed = cohort.retired + 1;
  if (cohort.role == Role::pensioner) return cohort;
  cohort.joined = std::max(Month::from_index(members.joined[row]), before);
  // Who draws a pension in a year in which the others are held constant is exposed as those of the stock are.
  if (!members.evolves_from.is_none())
    cohort.exposed = std::min(cohort.exposed, std::max(members.evolves_from, cohort.joined + 1));
  return cohort;
}

}  // namespace

Population::Population(const Roster& roster, Horizon horizon) : horizon_(horizon) {
  EXPECT(roster.as_of + 1 >= horizon.first);
  std::vector<CohortKey> order(roster.size());
  for (std::size_t i = 0; i < roster.size(); ++i) order[i] = key_of(roster, i, horizon);
  if (!std::is_sorted(order.begin(), order.end())) sort_in_order(order);
  members_ = reordered(roster, order);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool same = i != 0 && order[i].same_cohort(order[i - 1]) && cohorts_.back().size() < largest_cohort;
    if (same) {
      ++cohorts_.back().end;
    } else {
      cohorts_.push_back(cohort_at(members_, i, horizon));
    }
  }
}

SurvivalPaths survival_paths(const Population& population, const Mortality& mortality) {
  SurvivalPaths paths;
  paths.reserve(population.cohorts().size());
  for (const Cohort& cohort : population.cohorts()) {
    paths.push_back(counted_survival(cohort, mortality, population.horizon(), population.members().as_of + 1));
  }
  return paths;
}

}  // namespace disburse
