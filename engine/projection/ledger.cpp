#include "engine/projection/ledger.hpp"

#include "engine/members/mortality.hpp"

namespace disburse {

void LedgerBuilder::add(const LedgerKey& key, Int128 weighted_fen, Int128 weighted_persons) {
  Sum& sum = cells_[key];
  sum.fen += weighted_fen;
  sum.persons += weighted_persons;
}

std::vector<LedgerCell> LedgerBuilder::close() const {
  std::vector<LedgerCell> cells;
  cells.reserve(cells_.size());
  for (const auto& [key, sum] : cells_) {
    const Money amount = Money::fen(rounded_quotient(sum.fen, certain, Rounding::half_up));
    const double persons = static_cast<double>(sum.persons) / static_cast<double>(certain);
    cells.push_back({key, amount, persons, sum.fen});
  }
  return cells;
}

}  // namespace disburse
