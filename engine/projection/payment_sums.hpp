#pragma once
// The payments of a group of cohorts, weighted with survival, and how they are booked: over either kind of numbers.
#include <vector>

#include "engine/members/mortality.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/irregular.hpp"
#include "engine/projection/ledger.hpp"
#include "engine/projection/weighted_sums.hpp"

namespace disburse {

template <class N>
class PaymentSumsOf {
 public:
  /// The programmes stay with the caller.
  PaymentSumsOf(const ProgrammeSetOf<N>& programmes, Horizon horizon, const IrregularPlanOf<N>& plan)
      : programmes_(programmes), horizon_(horizon) {
    if (plan.any()) spans_ = plan.spans();
    for (const auto& programme : programmes) {
      const std::size_t components = programme->definition().components.size();
      regular_.emplace_back(components, horizon.count);
      irregular_.emplace_back(spans_.size(), IrregularSumsOf<N>(components, spans_.empty() ? 0 : horizon.count));
    }
  }

  /// One cohort of `members`, along its path. `streams` has one for every programme and is written over.
  void add(const typename N::Members& members, const Cohort& cohort, const std::vector<typename N::Survival>& survival,
           std::vector<StreamSumsOf<N>>& streams) {
    for (std::size_t p = 0; p < programmes_.size(); ++p) {
      if (!programmes_[p]->concerns(cohort.scheme, cohort.role)) continue;
      streams[p].clear();
      programmes_[p]->accumulate(members, cohort.begin, cohort.end, streams[p]);
      regular_[p].add(*programmes_[p], streams[p], survival);
      const int retired = cohort.retired.is_none() ? horizon_.count : cohort.retired - horizon_.first;
      for (std::size_t s = 0; s < spans_.size(); ++s) {
        irregular_[p][s].add(programmes_[p]->definition(), streams[p], survival, retired, spans_[s].rates,
                             spans_[s].months);
      }
    }
  }
  std::vector<StreamSumsOf<N>> streams() const {
    std::vector<StreamSumsOf<N>> all;
    for (const auto& programme : programmes_) {
      all.emplace_back(programme->definition().components.size(), horizon_.count);
    }
    return all;
  }
  void add(const PaymentSumsOf& other) {
    for (std::size_t p = 0; p < regular_.size(); ++p) regular_[p].add(other.regular_[p]);
    for (std::size_t p = 0; p < irregular_.size(); ++p) {
      for (std::size_t s = 0; s < spans_.size(); ++s) irregular_[p][s].add(other.irregular_[p][s]);
    }
  }

  /// Calls f with every sum, always in the same order.
  template <class F>
  void each_sum(const F& f) {
    for (WeightedSumsOf<N>& sums : regular_) sums.each_sum(f);
    for (std::vector<IrregularSumsOf<N>>& spans : irregular_) {
      for (IrregularSumsOf<N>& sums : spans) sums.each_sum(f);
    }
  }

  const WeightedSumsOf<N>& regular(std::size_t programme) const { return regular_[programme]; }

  /// Books what all programmes pay within the horizon; what falls due in it and is paid after it (arrears of a rise
  /// that is not announced yet) belongs to months beyond. `Ledger` has add(LedgerKey, Sum, Heads).
  template <class Ledger>
  void book(Ledger& ledger) const {
    for (std::size_t p = 0; p < programmes_.size(); ++p) book_regular(ledger, p);
    for (std::size_t p = 0; p < irregular_.size(); ++p) {
      for (std::size_t s = 0; s < spans_.size(); ++s) book_irregular(ledger, p, s);
    }
  }

 private:
  LedgerKey key_of(std::size_t programme, const Component& component) const {
    const std::string& line = programmes_[programme]->definition().line;
    return {programme, component.payer.is_own() ? line : "", component.payer, component.kind, {}, {}};
  }

  template <class Ledger>
  void book_regular(Ledger& ledger, std::size_t p) const {
    const ProgrammeOf<N>& programme = *programmes_[p];
    const auto& components = programme.definition().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      LedgerKey key = key_of(p, components[c]);
      for (int t = 0; t < horizon_.count; ++t) {
        const auto offset = static_cast<std::size_t>(t);
        const typename N::Heads persons = regular_[p].persons(c, offset);
        if (persons == typename N::Heads{}) continue;
        key.due = horizon_.month(t);
        key.paid = programme.paid_month(c, key.due);
        if (!horizon_.contains(key.paid)) continue;  // due within the horizon, paid after it
        const auto share = programme.take_up(key.due);
        ledger.add(key, share_of(regular_[p].fen(c, offset), share),
                   components[c].counts_persons ? share_of(persons, share) : typename N::Heads{});
      }
    }
    for (const FixedPaymentOf<N>& payment : programme.fixed_payments()) {
      if (!horizon_.contains(payment.paid)) continue;
      ledger.add({p, payment.line, payment.payer, payment.kind, payment.due, payment.paid},
                 weighted(amount_of(payment.amount), everyone<N>()), typename N::Heads{});
    }
  }

  /// Late reports and late claims of one programme, and suspensions of what it pays by the month; of one span.
  template <class Ledger>
  void book_irregular(Ledger& ledger, std::size_t p, std::size_t s) const {
    const ProgrammeOf<N>& programme = *programmes_[p];
    const IrregularitiesOf<N>& rates = spans_[s].rates;
    const auto& components = programme.definition().components;
    for (std::size_t c = 0; c < components.size(); ++c) {
      if (!components[c].monthly) continue;
      LedgerKey key = key_of(p, components[c]);
      irregular_[p][s].book(ledger, key, c, horizon_.first, rates);
      for (int t = 0; rates.suspended_share != typename N::Rate() && t < horizon_.count; ++t) {
        if (!spans_[s].months.contains(t)) continue;
        key.due = horizon_.month(t);
        key.paid = programme.paid_month(c, key.due);
        if (!horizon_.contains(key.paid)) continue;
        const auto offset = static_cast<std::size_t>(t);
        const auto persons = components[c].counts_persons ? regular_[p].persons(c, offset) : typename N::Heads{};
        book_suspension<N>(ledger, key, regular_[p].fen(c, offset), persons, horizon_.end(), rates);
      }
    }
  }

  const ProgrammeSetOf<N>& programmes_;
  Horizon horizon_;
  std::vector<typename IrregularPlanOf<N>::Span> spans_;    // none where nothing goes wrong
  std::vector<WeightedSumsOf<N>> regular_;                  // by programme
  std::vector<std::vector<IrregularSumsOf<N>>> irregular_;  // by programme and span
};

/// Groups of cohorts with about the same number of members each: cohorts [limits[i], limits[i + 1]). Their number does
/// not depend on the threads.
std::vector<std::size_t> cohort_groups(const Population& population);

}  // namespace disburse
