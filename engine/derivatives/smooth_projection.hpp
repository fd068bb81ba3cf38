#pragma once
// The expected value with its derivatives (敏感度导数): the projection of the books, in smooth numbers.
#include <map>
#include <string>
#include <tuple>

#include "engine/derivatives/smooth_programme.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/population.hpp"
#include "engine/projection/irregular.hpp"
#include "engine/projection/ledger.hpp"

namespace disburse {

/// What falls on the city's lines, by programme, line and year of payment.
class SmoothLedger {
 public:
  struct Key {
    std::size_t programme = 0;
    std::string line;
    int year = 0;  ///< of payment
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  /// Passes over what no line of the city pays.
  void add(const LedgerKey& key, const Dual& sum, double persons);
  const std::map<Key, Dual>& cells() const { return cells_; }

 private:
  std::map<Key, Dual> cells_;
};

/// `members` are those of the population, row by row. The same bits on any number of threads (0: one per core): groups
/// of cohorts are added in their order.
SmoothLedger project(const Population& population, const SmoothMembers& members,
                     const ProgrammeSetOf<Smooth>& programmes, const MortalityOf<Smooth>& mortality, int threads,
                     const IrregularPlanOf<Smooth>& irregular);

}  // namespace disburse
