#pragma once
// Survival about the day on which members were counted: after it fewer, before it more, by those who died until then.
#include <algorithm>
#include <vector>

#include "engine/base/smooth.hpp"
#include "engine/members/population.hpp"

namespace disburse {

/// How many had to be alive before a month in which `dying` of each die, for `alive` to be left; rounded half up to
/// 2^-48. Where nobody is left (the end of the table) `alive` itself: whoever is there came through.
inline std::int64_t predecessors(std::int64_t alive, std::int64_t dying) {
  if (dying >= certain) return alive;
  const Int128 living = certain - dying;
  return static_cast<std::int64_t>((Int128{alive} * certain + living / 2) / living);
}
inline Dual predecessors(const Dual& alive, const Dual& dying) {
  if (dying.value() >= 1.0) return alive;
  return alive / (Dual(1, 1) - dying);
}

/// survival_of a cohort whose members were counted on the first day of `counted`: 1 then, and as survival_of after it;
/// before it so many as had to live for one to be left, counted among those who are exposed to death. A horizon that
/// begins on that day has the same path as survival_of; one that ends before it has the beginning of a longer one's.
template <class N>
std::vector<typename N::Survival> counted_survival(const Cohort& cohort, const MortalityOf<N>& mortality,
                                                   Horizon horizon, Month counted) {
  const int before = std::max(counted - horizon.first, 0);
  if (before == 0) return survival_of(cohort, mortality, horizon);
  if (before > horizon.count) {
    auto longer = counted_survival(cohort, mortality, Horizon{horizon.first, before}, counted);
    longer.erase(longer.begin() + horizon.count + 1, longer.end());
    return longer;
  }
  std::vector<typename N::Survival> path(static_cast<std::size_t>(before), everyone<N>());
  const auto after = survival_of(cohort, mortality, {horizon.first + before, horizon.count - before});
  path.insert(path.end(), after.begin(), after.end());
  if (cohort.exposed.is_none()) return path;
  for (int t = before - 1; t >= 0; --t) {
    const Month month = horizon.month(t);
    const auto i = static_cast<std::size_t>(t);
    path[i] = month < cohort.exposed ? path[i + 1]
                                     : predecessors(path[i + 1], mortality.monthly(cohort.scheme, cohort.sex,
                                                                                   age_in(cohort.birth, month), month));
  }
  return path;
}

}  // namespace disburse
