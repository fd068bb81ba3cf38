#include "engine/population.hpp"

#include <algorithm>
#include <numeric>

#include "engine/error.hpp"

namespace disburse {
namespace {

// Large groups without mortality are cut, so that the parallel loop has even pieces.
constexpr std::size_t largest_cohort = 4096;

struct CohortKey {
  std::uint64_t packed = 0;
  std::uint32_t row = 0;
  friend bool operator<(const CohortKey& a, const CohortKey& b) {
    return a.packed != b.packed ? a.packed < b.packed : a.row < b.row;
  }
};

/// Scheme, role, sex, birth and retirement month in one number; groups without mortality carry the first two only.
std::uint64_t pack(const Roster& roster, std::size_t i, Horizon horizon) {
  std::uint64_t key = static_cast<std::uint64_t>(roster.scheme[i]) << 8 | static_cast<std::uint64_t>(roster.role[i]);
  key <<= 48;
  if (roster.role[i] != Role::pensioner) return key;
  const std::int32_t retired = std::max(roster.retired[i], (horizon.first - 1).index());
  return key | static_cast<std::uint64_t>(roster.sex[i]) << 47 | static_cast<std::uint64_t>(roster.birth[i]) << 23 |
         static_cast<std::uint64_t>(retired);
}

template <class T>
void reorder(std::vector<T>& column, const std::vector<T>& from, const std::vector<CohortKey>& order) {
  column.resize(from.size());
  for (std::size_t i = 0; i < order.size(); ++i) column[i] = from[order[i].row];
}

Roster reordered(const Roster& roster, const std::vector<CohortKey>& order) {
  Roster sorted;
  sorted.as_of = roster.as_of;
  sorted.source = roster.source;
  sorted.digest = roster.digest;
  reorder(sorted.key, roster.key, order);
  reorder(sorted.scheme, roster.scheme, order);
  reorder(sorted.role, roster.role, order);
  reorder(sorted.sex, roster.sex, order);
  reorder(sorted.category, roster.category, order);
  reorder(sorted.hardship, roster.hardship, order);
  reorder(sorted.birth, roster.birth, order);
  reorder(sorted.joined, roster.joined, order);
  reorder(sorted.retired, roster.retired, order);
  reorder(sorted.service_months, roster.service_months, order);
  reorder(sorted.pension, roster.pension, order);
  reorder(sorted.account_pension, roster.account_pension, order);
  reorder(sorted.base, roster.base, order);
  reorder(sorted.annuity_base, roster.annuity_base, order);
  reorder(sorted.grade, roster.grade, order);
  return sorted;
}

Cohort cohort_at(const Roster& members, std::size_t row, Horizon horizon) {
  Cohort cohort{members.scheme[row], members.role[row], members.sex[row], Month::none(), Month::none(), row, row + 1};
  if (cohort.role == Role::pensioner) {
    cohort.birth = Month::from_index(members.birth[row]);
    cohort.retired = std::max(Month::from_index(members.retired[row]), horizon.first - 1);
  }
  return cohort;
}

}  // namespace

Population::Population(const Roster& roster, Horizon horizon) : horizon_(horizon) {
  EXPECT(roster.as_of + 1 == horizon.first);
  std::vector<CohortKey> order(roster.size());
  for (std::size_t i = 0; i < roster.size(); ++i) order[i] = {pack(roster, i, horizon), static_cast<std::uint32_t>(i)};
  if (!std::is_sorted(order.begin(), order.end())) std::sort(order.begin(), order.end());
  members_ = reordered(roster, order);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool same = i != 0 && order[i].packed == order[i - 1].packed && cohorts_.back().size() < largest_cohort;
    if (same) {
      ++cohorts_.back().end;
    } else {
      cohorts_.push_back(cohort_at(members_, i, horizon));
    }
  }
}

std::vector<std::int64_t> survival_of(const Cohort& cohort, const Mortality& mortality, Horizon horizon) {
  if (cohort.role != Role::pensioner) {
    return std::vector<std::int64_t>(static_cast<std::size_t>(horizon.count) + 1, certain);
  }
  return mortality.survival(cohort.scheme, cohort.sex, cohort.birth, cohort.retired + 1, horizon);
}

}  // namespace disburse
