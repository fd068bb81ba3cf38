// Monthly death probabilities from annual ones, and survival as exact integers.
#include "engine/members/mortality.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/error.hpp"
#include "engine/base/smooth.hpp"

namespace disburse {
namespace {

/// Newton's method for y^12 = `a`, 0 < a <= 1, from above: the steps fall towards the root and never pass it.
/// The number of steps is fixed, so that every processor does the same arithmetic; from y = 1 the slowest case,
/// a = 2^-53, needs 42 steps.
double twelfth_root(double a) {
  constexpr int steps = 64;
  double y = 1.0;
  for (int i = 0; i < steps; ++i) {
    const double y2 = y * y;
    const double y4 = y2 * y2;
    const double y11 = y4 * y4 * y2 * y;
    y -= (y11 * y - a) / (12.0 * y11);
  }
  return y;
}

std::size_t index_of(Scheme scheme) { return static_cast<std::size_t>(scheme); }
std::size_t index_of(Sex sex) { return static_cast<std::size_t>(sex); }

}  // namespace

std::int64_t monthly_probability(double q) {
  EXPECT(q >= 0.0 && q <= 1.0);  // NaN fails both
  if (q == 0.0) return 0;
  if (q == 1.0) return certain;
  const double units = (1.0 - twelfth_root(1.0 - q)) * static_cast<double>(certain);
  const auto whole = static_cast<std::int64_t>(units);
  return whole + (units - static_cast<double>(whole) >= 0.5 ? 1 : 0);
}

template <class N>
MortalityOf<N>::MortalityOf(const LifeTable& table, const std::array<typename N::Rate, scheme_count>& factor,
                            const ImprovementOf<N>& improvement)
    : first_age_(table.first_age), last_age_(table.last_age()), first_year_(improvement.first_year) {
  EXPECT(!table.q[0].empty() && table.q[0].size() == table.q[1].size());
  after_.resize(improvement.annual.size() + 1);
  for (std::size_t years = 0; years < after_.size(); ++years) {
    for (std::size_t scheme = 0; scheme < scheme_count; ++scheme) {
      EXPECT(factor[scheme] >= typename N::Rate());
      for (std::size_t sex = 0; sex < 2; ++sex) {
        after_[years][scheme][sex] = rates_after(table.q[sex], real_of(factor[scheme]), improvement, sex, years);
      }
    }
  }
}

template <class N>
typename MortalityOf<N>::Rates MortalityOf<N>::rates_after(const std::vector<Rate>& q, const typename N::Real& factor,
                                                           const ImprovementOf<N>& improvement, std::size_t sex,
                                                           std::size_t years) const {
  using Real = typename N::Real;
  const Real one = real_of(typename N::Rate(1, 1));
  Rates rates;
  for (std::size_t i = 0; i < q.size(); ++i) {
    // The last q, 1, is where the table ends and no rate of dying; a factor below 1 must not open it.
    const bool last = i + 1 == q.size();
    const Real own = real_of(typename N::Rate(q[i]));
    Real annual = last ? own : std::min(one, scaled(factor, q[i].to_double()));
    for (std::size_t y = 0; y < years && !last; ++y) {
      EXPECT(improvement.annual[y][sex].size() == q.size());
      annual = std::min(one, annual * (one - improvement.annual[y][sex][i]));
    }
    rates.annual.push_back(annual);
    rates.monthly.push_back(monthly_probability(annual));
  }
  return rates;
}

template <class N>
const typename MortalityOf<N>::Rates& MortalityOf<N>::rates(Scheme scheme, Sex sex, int year) const {
  const int years = std::clamp(year - first_year_ + 1, 0, static_cast<int>(after_.size()) - 1);
  return after_[static_cast<std::size_t>(years)][index_of(scheme)][index_of(sex)];
}

template <class N>
void MortalityOf<N>::change(Month from, MortalityOf other) {
  EXPECT(changed_from_.empty() || changed_from_.back() < from);
  changed_from_.push_back(from);
  changed_.push_back(std::move(other));
}

template <class N>
const MortalityOf<N>& MortalityOf<N>::in(Month month) const {
  const auto after = std::upper_bound(changed_from_.begin(), changed_from_.end(), month);
  return after == changed_from_.begin() ? *this : changed_[static_cast<std::size_t>(after - changed_from_.begin()) - 1];
}

template <class N>
std::size_t MortalityOf<N>::index(int age) const {
  return static_cast<std::size_t>(std::clamp(age, first_age_, last_age_) - first_age_);
}

template <class N>
const typename N::Survival& MortalityOf<N>::monthly(Scheme scheme, Sex sex, int age, int year) const {
  return rates(scheme, sex, year).monthly[index(age)];
}

template <class N>
const typename N::Real& MortalityOf<N>::annual(Scheme scheme, Sex sex, int age, int year) const {
  return rates(scheme, sex, year).annual[index(age)];
}

template <class N>
std::vector<typename N::Survival> MortalityOf<N>::survival(Scheme scheme, Sex sex, Month birth, Month exposed_from,
                                                           Horizon horizon, std::int64_t at_first) const {
  std::vector<typename N::Survival> alive(static_cast<std::size_t>(horizon.count) + 1, share_of_everyone<N>(at_first));
  for (int t = 0; t < horizon.count; ++t) {
    const Month month = horizon.month(t);
    const auto i = static_cast<std::size_t>(t);
    alive[i + 1] =
        month < exposed_from ? alive[i] : survivors(alive[i], monthly(scheme, sex, age_in(birth, month), month));
  }
  return alive;
}

template class MortalityOf<Exact>;
template class MortalityOf<Smooth>;

double life_expectancy(const LifeTable& table, Sex sex, int age) {
  EXPECT(age >= table.first_age && age <= table.last_age());
  const std::vector<Rate>& q = table.q[index_of(sex)];
  double alive = 1.0;
  double years = 0.5;
  for (auto i = static_cast<std::size_t>(age - table.first_age); i < q.size(); ++i) {
    alive *= 1.0 - q[i].to_double();
    years += alive;
  }
  return years;
}

}  // namespace disburse
