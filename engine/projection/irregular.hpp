#pragma once
// What happens between the rules (发放差错与补退): deaths reported late, suspensions for want of certification, late
// claims.
#include <algorithm>
#include <limits>
#include <vector>

#include "engine/law/programme.hpp"
#include "engine/projection/ledger.hpp"

namespace disburse {

/// Rates of what goes wrong with monthly benefits, and how it is put right. All shares 0: nothing does.
template <class N>
struct IrregularitiesOf {
  using Rate = typename N::Rate;
  Rate late_death_share;      ///< of deaths, reported late
  int late_death_months = 0;  ///< months paid on after a death reported late
  Rate recovered_share;       ///< of what was overpaid, got back in the month of the report
  Rate suspended_share;       ///< of those paid, suspended for want of 资格认证
  int suspended_months = 0;   ///< until restored with back pay
  Rate restored_share;        ///< of the suspended, restored
  Rate late_claim_share;      ///< of new pensioners, claiming late
  int late_claim_months = 0;  ///< first months paid at once afterwards

  bool any() const { return late_death_share != Rate() || suspended_share != Rate() || late_claim_share != Rate(); }
  friend bool operator==(const IrregularitiesOf&, const IrregularitiesOf&) = default;
};
using Irregularities = IrregularitiesOf<Exact>;

/// Months of a horizon by their number, `end` not among them.
struct MonthRange {
  int begin = std::numeric_limits<int>::min();
  int end = std::numeric_limits<int>::max();
  bool contains(int month) const { return begin <= month && month < end; }
};

/// The rates of each month of a horizon: those of the month in which somebody dies, claims or is suspended hold for all
/// that follows from it.
template <class N>
class IrregularPlanOf {
 public:
  struct Span {
    MonthRange months;
    IrregularitiesOf<N> rates;
  };
  IrregularPlanOf() : IrregularPlanOf(IrregularitiesOf<N>{}) {}
  IrregularPlanOf(const IrregularitiesOf<N>& always) : spans_{Span{{}, always}} {}  // NOLINT: rates that never change
  /// From the month of this number on; said in order.
  void from(int month, const IrregularitiesOf<N>& rates) {
    spans_.back().months.end = month;
    spans_.push_back({{month, std::numeric_limits<int>::max()}, rates});
  }

  const std::vector<Span>& spans() const { return spans_; }
  bool any() const {
    return std::any_of(spans_.begin(), spans_.end(), [](const Span& span) { return span.rates.any(); });
  }

 private:
  std::vector<Span> spans_;
};
using IrregularPlan = IrregularPlanOf<Exact>;

/// Weighted sums of one programme's monthly components, by component and month paid.
template <class N>
class IrregularSumsOf {
 public:
  IrregularSumsOf(std::size_t components, int months)
      : months_(static_cast<std::size_t>(months)), sums_(components * months_) {}

  /// One cohort: what it is due a head and month (`sums`), its survival, and the month of the horizon in which it
  /// retires (negative: before). Deaths before the horizon are not known and not counted. What follows from deaths and
  /// retirements of the months `of` alone.
  void add(const ProgrammeDefinition& programme, const StreamSumsOf<N>& sums,
           const std::vector<typename N::Survival>& survival, int retired, const IrregularitiesOf<N>& rates,
           const MonthRange& of = {});
  void add(const IrregularSumsOf& other);
  /// Calls f with every sum, always in the same order.
  template <class F>
  void each_sum(const F& f) {
    for (Sums& sums : sums_) {
      f(sums.overpaid);
      f(sums.reported);
      f(sums.postponed);
      f(sums.caught_up);
    }
  }

  /// Books everything but suspensions, which follow from the regular sums; `key` carries programme, line and payer.
  /// `Ledger` has add(key, sum, heads).
  template <class Ledger>
  void book(Ledger& ledger, LedgerKey key, std::size_t component, Month first, const IrregularitiesOf<N>& rates) const {
    const auto book_at = [&](Kind kind, Month month, const typename N::Sum& sum) {
      if (sum == typename N::Sum{}) return;
      key.kind = kind;
      key.due = month;
      key.paid = month;
      ledger.add(key, sum, 0);
    };
    for (std::size_t t = 0; t < months_; ++t) {
      const Sums& sums = sums_[component * months_ + t];
      const Month month = first + static_cast<int>(t);
      book_at(Kind::overpayment, month, share_of(sums.overpaid, rates.late_death_share));
      book_at(Kind::recovery, month, -share_of(sums.reported, rates.late_death_share * rates.recovered_share));
      book_at(Kind::late_claim, month,
              share_of(sums.caught_up, rates.late_claim_share) - share_of(sums.postponed, rates.late_claim_share));
    }
  }

 private:
  struct Sums {
    typename N::Sum overpaid{};   // to the dead
    typename N::Sum reported{};   // overpaid before, and found out now
    typename N::Sum postponed{};  // due now, claimed later
    typename N::Sum caught_up{};  // due before, claimed now
  };
  std::size_t months_;
  std::vector<Sums> sums_;
};
using IrregularSums = IrregularSumsOf<Exact>;

/// A suspension of `due` in the month of `key`, and its restoration within the months before `end`.
template <class N, class Ledger>
void book_suspension(Ledger& ledger, LedgerKey key, const typename N::Sum& due, typename N::Heads persons, Month end,
                     const IrregularitiesOf<N>& rates) {
  const Month month = key.paid;
  key.kind = Kind::suspended;
  ledger.add(key, -share_of(due, rates.suspended_share), -share_of(persons, rates.suspended_share));
  key.kind = Kind::restored;
  key.paid = month + rates.suspended_months;
  if (key.paid < end) ledger.add(key, share_of(due, rates.suspended_share * rates.restored_share), 0);
}

template <class N>
void IrregularSumsOf<N>::add(const ProgrammeDefinition& programme, const StreamSumsOf<N>& sums,
                             const std::vector<typename N::Survival>& survival, int retired,
                             const IrregularitiesOf<N>& rates, const MonthRange& of) {
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
        if (!of.contains(death)) continue;
        const typename N::Sum paid_to_dead = weighted(amount, alive(death) - alive(death + 1));
        at(t).overpaid += paid_to_dead;
        const int found = death + rates.late_death_months + 1;
        if (found < months) at(found).reported += paid_to_dead;
      }
      const int claimed = retired + rates.late_claim_months + 1;
      if (retired < 0 || t >= claimed || !of.contains(retired)) continue;
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

}  // namespace disburse
