#pragma once
// The members in cohorts: groups that share scheme, role, sex, birth month and exposure, hence one survival path.
#include <cstdint>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// Members [begin, end) of a Population share these traits.
struct Cohort {
  Scheme scheme = Scheme::civil_service;
  Role role = Role::pensioner;
  Sex sex = Sex::male;
  Month birth;    ///< none for groups that are held constant (active members, payers, leavers)
  Month retired;  ///< none for such groups; months before the horizon are told apart no further
  Month joined;   ///< of members at work or paying who join within the horizon; the month before it for the others
  Month exposed;  ///< first month in which a member may die; none: never
  std::int64_t alive = certain;  ///< share that is alive when the horizon begins, 2^-48
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// A roster sorted by cohort, for one horizon.
class Population {
 public:
  Population(const Roster& roster, Horizon horizon);
  const Roster& members() const { return members_; }
  const std::vector<Cohort>& cohorts() const { return cohorts_; }
  Horizon horizon() const { return horizon_; }

 private:
  Roster members_;
  std::vector<Cohort> cohorts_;
  Horizon horizon_;
};

/// Survival of a cohort to the first day of each month and of the one after the horizon: count + 1 values in 2^-48.
/// Pensioners are exposed from the month after retirement. Members at work and payers are held constant by assumption
/// until the roster evolves, and then exposed from the month after they joined.
template <class N>
std::vector<typename N::Survival> survival_of(const Cohort& cohort, const MortalityOf<N>& mortality, Horizon horizon) {
  const auto months = static_cast<std::size_t>(horizon.count) + 1;
  if (cohort.exposed.is_none()) return std::vector<typename N::Survival>(months, share_of_everyone<N>(cohort.alive));
  return mortality.survival(cohort.scheme, cohort.sex, cohort.birth, cohort.exposed, horizon, cohort.alive);
}

/// survival_of every cohort, in their order.
using SurvivalPaths = std::vector<std::vector<std::int64_t>>;
SurvivalPaths survival_paths(const Population& population, const Mortality& mortality);

}  // namespace disburse
