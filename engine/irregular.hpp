#pragma once
// What happens between the rules (发放差错与补退): deaths reported late, suspensions for want of certification, late
// claims.
#include <vector>

#include "engine/ledger.hpp"
#include "engine/programme.hpp"

namespace disburse {

/// Rates of what goes wrong with monthly benefits, and how it is put right. All shares 0: nothing does.
struct Irregularities {
  Rate late_death_share;      ///< of deaths, reported late
  int late_death_months = 0;  ///< months paid on after a death reported late
  Rate recovered_share;       ///< of what was overpaid, got back in the month of the report
  Rate suspended_share;       ///< of those paid, suspended for want of 资格认证
  int suspended_months = 0;   ///< until restored with back pay
  Rate restored_share;        ///< of the suspended, restored
  Rate late_claim_share;      ///< of new pensioners, claiming late
  int late_claim_months = 0;  ///< first months paid at once afterwards

  bool any() const { return late_death_share != Rate() || suspended_share != Rate() || late_claim_share != Rate(); }
};

/// Weighted sums of one programme's monthly components, by component and month paid, in units of 2^-48 fen.
class IrregularSums {
 public:
  IrregularSums(std::size_t components, int months);

  /// One cohort: what it is due a head and month (`sums`), its survival, and the month of the horizon in which it
  /// retires (negative: before). Deaths before the horizon are not known and not counted.
  void add(const ProgrammeDefinition& programme, const StreamSums& sums, const std::vector<std::int64_t>& survival,
           int retired, const Irregularities& rates);
  void add(const IrregularSums& other);

  /// Books everything but suspensions, which follow from the regular sums; `key` carries programme, line and payer.
  void book(LedgerBuilder& ledger, LedgerKey key, std::size_t component, Month first,
            const Irregularities& rates) const;

 private:
  struct Sums {
    Int128 overpaid = 0;   // to the dead
    Int128 reported = 0;   // overpaid before, and found out now
    Int128 postponed = 0;  // due now, claimed later
    Int128 caught_up = 0;  // due before, claimed now
  };
  std::size_t months_;
  std::vector<Sums> sums_;
};

/// A suspension of `due` worth `weighted` in `month`, and its restoration within `months` months of the horizon.
void book_suspension(LedgerBuilder& ledger, LedgerKey key, Int128 weighted, Int128 weighted_persons, Month end,
                     const Irregularities& rates);

}  // namespace disburse
