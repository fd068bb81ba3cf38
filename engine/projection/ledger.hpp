#pragma once
// The ledger (发放台账): expected payments by programme, line, payer, kind, month due and month paid.
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/law/programme_definition.hpp"

namespace disburse {

/// The key of a cell. The fiscal year booked is the year of `paid` (cash basis, 预算法 art. 18).
struct LedgerKey {
  std::size_t programme = 0;  ///< position in the run's list of programmes
  std::string line;           ///< functional code; empty where the payer does not spend the agency's own budget
  Payer payer;
  Kind kind = Kind::regular;
  Month due;
  Month paid;
  friend auto operator<=>(const LedgerKey&, const LedgerKey&) = default;
};

struct LedgerCell {
  LedgerKey key;
  Money amount;          ///< rounded half up to a fen once
  double persons = 0.0;  ///< expected number of persons paid (components that count persons)
  Int128 exact = 0;      ///< the amount before rounding, in units of 2^-48 fen
};

/// Sums of exact expected amounts: fen times survival, in units of 2^-48 fen.
class LedgerBuilder {
 public:
  void add(const LedgerKey& key, Int128 weighted_fen, Int128 weighted_persons);
  /// All cells in key order, each rounded once.
  std::vector<LedgerCell> close() const;

 private:
  struct Sum {
    Int128 fen = 0;
    Int128 persons = 0;
  };
  std::map<LedgerKey, Sum> cells_;
};

}  // namespace disburse
