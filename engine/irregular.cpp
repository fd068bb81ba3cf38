#include "engine/irregular.hpp"

#include <algorithm>

#include "engine/derivatives/smooth_programme.hpp"

namespace disburse {

template <class N>
void IrregularSumsOf<N>::add(const ProgrammeDefinition& programme, const StreamSumsOf<N>& sums,
                             const std::vector<typename N::Survival>& survival, int retired,
                             const IrregularitiesOf<N>& rates) {
  const int months = static_cast<int>(months_);
  const auto alive = [&](int month) -> const typename N::Survival& {
    return survival[static_cast<std::size_t>(month)];
  };
  for (std::size_t c = 0; c < programme.components.size(); ++c) {
    if (!programme.components[c].monthly) continue;
    const auto at = [&](int month) -> Sums& { return sums_[c * months_ + static_cast<std::size_t>(month)]; };
    for (int t = std::max(0, retired + 1); t < months; ++t) {
      const typename N::Amount& amount = sums.amount(c, static_cast<std::size_t>(t));
      if (amount == typename N::Amount{}) continue;
      for (int death = std::max(0, t - rates.late_death_months); death < t; ++death) {
        const typename N::Sum paid_to_dead = weighted(amount, alive(death) - alive(death + 1));
        at(t).overpaid += paid_to_dead;
        const int found = death + rates.late_death_months + 1;
        if (found < months) at(found).reported += paid_to_dead;
      }
      const int claimed = retired + rates.late_claim_months + 1;
      if (retired < 0 || t >= claimed) continue;
      at(t).postponed += weighted(amount, alive(t));
      if (claimed < months) at(claimed).caught_up += weighted(amount, alive(t));
    }
  }
}

template <class N>
void IrregularSumsOf<N>::add(const IrregularSumsOf& other) {
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    sums_[i].overpaid += other.sums_[i].overpaid;
    sums_[i].reported += other.sums_[i].reported;
    sums_[i].postponed += other.sums_[i].postponed;
    sums_[i].caught_up += other.sums_[i].caught_up;
  }
}

template class IrregularSumsOf<Exact>;
template class IrregularSumsOf<Smooth>;

}  // namespace disburse
