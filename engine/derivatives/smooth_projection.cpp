#include "engine/derivatives/smooth_projection.hpp"

#include <optional>

#include "engine/base/error.hpp"
#include "engine/base/parallel.hpp"
#include "engine/members/counted_survival.hpp"
#include "engine/projection/payment_sums.hpp"

namespace disburse {

void SmoothLedger::add(const LedgerKey& key, const Dual& sum, double) {
  if (!key.line.empty()) cells_[{key.programme, key.line, key.paid.year()}] += sum;
}

SmoothLedger project(const Population& population, const SmoothMembers& members,
                     const ProgrammeSetOf<Smooth>& programmes, const MortalityOf<Smooth>& mortality, int threads,
                     const IrregularPlanOf<Smooth>& irregular) {
  EXPECT(&members.rows() == &population.members());
  const Horizon horizon = population.horizon();
  const std::vector<std::size_t> limits = cohort_groups(population);
  std::vector<std::optional<PaymentSumsOf<Smooth>>> parts(limits.size() - 1);
  for_blocks(parts.size(), threads, [&](std::size_t i) {
    PaymentSumsOf<Smooth>& sums = parts[i].emplace(programmes, horizon, irregular);
    auto streams = sums.streams();
    for (std::size_t c = limits[i]; c < limits[i + 1]; ++c) {
      const Cohort& cohort = population.cohorts()[c];
      sums.add(members, cohort, counted_survival(cohort, mortality, horizon, members.rows().as_of + 1), streams);
    }
  });
  PaymentSumsOf<Smooth> all(programmes, horizon, irregular);
  for (const auto& part : parts) all.add(*part);
  SmoothLedger ledger;
  all.book(ledger);
  return ledger;
}

}  // namespace disburse
