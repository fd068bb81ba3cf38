#pragma once
// Mortality (死亡率): annual probabilities by sex and age, factors by scheme, and the survival path of a cohort.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/base/numbers.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// Annual death probabilities q_x, ages `first_age` to `last_age`; ages below the table's first take its first value.
struct LifeTable {
  std::string name;
  std::string source;
  int first_age = 0;
  std::array<std::vector<Rate>, 2> q;  ///< by Sex; index age - first_age; the last one is 1
  int last_age() const { return first_age + static_cast<int>(q[0].size()) - 1; }
};

/// 1 - (1 - q)^(1/12) in units of 2^-48, by Newton's method on plain arithmetic (no library call decides an event).
/// `q` in [0, 1].
std::int64_t monthly_probability(double q);

/// Yearly improvement of mortality (改善率): in year y, first_year <= y, q_x is q_x times (1 - i_x) of each year from
/// the first one to y; after the last year it stands still. Without years there is none.
template <class N>
struct ImprovementOf {
  using OfYear = std::array<std::vector<typename N::Real>, 2>;  ///< i_x by Sex; index as in the life table
  int first_year = 0;
  std::vector<OfYear> annual;  ///< by year from the first one
};
using Improvement = ImprovementOf<Exact>;

/// The share of a group that is alive at first.
template <class N>
typename N::Survival everyone();
template <>
inline std::int64_t everyone<Exact>() {
  return certain;
}
/// Of everyone the share `alive`, in 2^-48.
template <class N>
typename N::Survival share_of_everyone(std::int64_t alive);
template <>
inline std::int64_t share_of_everyone<Exact>(std::int64_t alive) {
  return alive;
}

/// A life table under the scheme factors of a scenario, ready for look-up.
template <class N>
class MortalityOf {
 public:
  /// `factor` by Scheme multiplies every q_x, capped at 1, except the last one, which stays 1: a factor below 1 must
  /// not keep anybody alive beyond the end of the table.
  MortalityOf(const LifeTable& table, const std::array<typename N::Rate, scheme_count>& factor,
              const ImprovementOf<N>& improvement = {});

  /// From `from` on `other` holds, until the next change. Changes are said in order of their months.
  void change(Month from, MortalityOf other);

  /// Probability of dying within a month of `year`, units of 2^-48, at `age` in completed years (held at both ends of
  /// the table), where nothing has changed.
  const typename N::Survival& monthly(Scheme scheme, Sex sex, int age, int year) const;
  /// Of dying within `month`, by what holds in it.
  const typename N::Survival& monthly(Scheme scheme, Sex sex, int age, Month month) const {
    return in(month).monthly(scheme, sex, age, month.year());
  }
  /// The annual q after factor and improvement, for display.
  const typename N::Real& annual(Scheme scheme, Sex sex, int age, int year) const;

  /// Survival to the first day of each month of the horizon and to the day after it: count + 1 values.
  /// `at_first` until `exposed_from`; from then on the monthly probability at the age of that month applies.
  std::vector<typename N::Survival> survival(Scheme scheme, Sex sex, Month birth, Month exposed_from, Horizon horizon,
                                             std::int64_t at_first = certain) const;

 private:
  struct Rates {
    std::vector<typename N::Survival> monthly;  // by age
    std::vector<typename N::Real> annual;
  };
  const Rates& rates(Scheme scheme, Sex sex, int year) const;
  Rates rates_after(const std::vector<Rate>& q, const typename N::Real& factor, const ImprovementOf<N>& improvement,
                    std::size_t sex, std::size_t years) const;
  const MortalityOf& in(Month month) const;
  std::size_t index(int age) const;

  int first_age_;
  int last_age_;
  int first_year_;
  std::vector<std::array<std::array<Rates, 2>, scheme_count>> after_;  // by years of improvement, 0 = none
  std::vector<Month> changed_from_;                                    // in order
  std::vector<MortalityOf> changed_;
};
using Mortality = MortalityOf<Exact>;

/// Complete expectation of life (平均余命) at `age` without factor, in years: 1/2 + the sum of the survivors at each
/// later birthday. `age` lies within the table.
double life_expectancy(const LifeTable& table, Sex sex, int age);

/// Of `alive` those left after a month in which `dying` of each die; rounded half up to 2^-48.
inline std::int64_t survivors(std::int64_t alive, std::int64_t dying) {
  constexpr Int128 half = Int128{certain} / 2;
  return alive - static_cast<std::int64_t>((Int128{alive} * dying + half) >> survival_bits);
}

}  // namespace disburse
