#include "engine/irregular.hpp"

#include <algorithm>

namespace disburse {
namespace {

Int128 share_of(Int128 weighted, const Rate& share) { return weighted * share.numerator() / share.denominator(); }

void book_at(LedgerBuilder& ledger, LedgerKey key, Kind kind, Month month, Int128 weighted) {
  if (weighted == 0) return;
  key.kind = kind;
  key.due = month;
  key.paid = month;
  ledger.add(key, weighted, 0);
}

}  // namespace

IrregularSums::IrregularSums(std::size_t components, int months)
    : months_(static_cast<std::size_t>(months)), sums_(components * months_) {}

void IrregularSums::add(const ProgrammeDefinition& programme, const StreamSums& sums,
                        const std::vector<std::int64_t>& survival, int retired, const Irregularities& rates) {
  const int months = static_cast<int>(months_);
  const auto alive = [&](int month) { return survival[static_cast<std::size_t>(month)]; };
  for (std::size_t c = 0; c < programme.components.size(); ++c) {
    if (!programme.components[c].monthly) continue;
    const auto at = [&](int month) -> Sums& { return sums_[c * months_ + static_cast<std::size_t>(month)]; };
    for (int t = std::max(0, retired + 1); t < months; ++t) {
      const Int128 amount = sums.amount(c, static_cast<std::size_t>(t));
      if (amount == 0) continue;
      for (int death = std::max(0, t - rates.late_death_months); death < t; ++death) {
        const Int128 paid_to_dead = amount * (alive(death) - alive(death + 1));
        at(t).overpaid += paid_to_dead;
        const int found = death + rates.late_death_months + 1;
        if (found < months) at(found).reported += paid_to_dead;
      }
      const int claimed = retired + rates.late_claim_months + 1;
      if (retired < 0 || t >= claimed) continue;
      at(t).postponed += amount * alive(t);
      if (claimed < months) at(claimed).caught_up += amount * alive(t);
    }
  }
}

void IrregularSums::add(const IrregularSums& other) {
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    sums_[i].overpaid += other.sums_[i].overpaid;
    sums_[i].reported += other.sums_[i].reported;
    sums_[i].postponed += other.sums_[i].postponed;
    sums_[i].caught_up += other.sums_[i].caught_up;
  }
}

void IrregularSums::book(LedgerBuilder& ledger, LedgerKey key, std::size_t component, Month first,
                         const Irregularities& rates) const {
  for (std::size_t t = 0; t < months_; ++t) {
    const Sums& sums = sums_[component * months_ + t];
    const Month month = first + static_cast<int>(t);
    book_at(ledger, key, Kind::overpayment, month, share_of(sums.overpaid, rates.late_death_share));
    book_at(ledger, key, Kind::recovery, month,
            -share_of(sums.reported, rates.late_death_share * rates.recovered_share));
    book_at(ledger, key, Kind::late_claim, month,
            share_of(sums.caught_up, rates.late_claim_share) - share_of(sums.postponed, rates.late_claim_share));
  }
}

void book_suspension(LedgerBuilder& ledger, LedgerKey key, Int128 weighted, Int128 weighted_persons, Month end,
                     const Irregularities& rates) {
  const Month month = key.paid;
  key.kind = Kind::suspended;
  ledger.add(key, -share_of(weighted, rates.suspended_share), -share_of(weighted_persons, rates.suspended_share));
  key.kind = Kind::restored;
  key.paid = month + rates.suspended_months;
  if (key.paid < end) ledger.add(key, share_of(weighted, rates.suspended_share * rates.restored_share), 0);
}

}  // namespace disburse
