#pragma once
// A slider (调节): what a flat rate does to the ledger, kept as person-months, so that another rate needs no
// projection.
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation/evaluator.hpp"

namespace disburse {

/// The ledger as a function of one parameter in whole steps (a fen): every cell that moves is a constant and
/// person-months, both in units of 2^-48 before the one rounding, so that the answer is that of a full run to the fen.
/// The parameter is tried at four values: a rate that feeds a rounding, a limit or the members gives no straight line
/// there, and has no slider.
class Slider {
 public:
  /// `at(step)` is the change that sets the parameter. Probes `low`, `high`, `base` and `base` + 1.
  /// Errors: as Evaluator::evaluate.
  static std::optional<Slider> of(Evaluator& evaluator, const std::function<Override(std::int64_t)>& at,
                                  std::int64_t low, std::int64_t base, std::int64_t high);

  /// What falls on `line` (all lines when empty) in `year` at a value between low and high.
  Money line_total(const std::string& line, int year, std::int64_t value) const;
  /// Person-months (or persons times) on the line in the year that one more step of the rate pays once each.
  double person_payments(const std::string& line, int year) const;

 private:
  struct Cell {
    std::string line;
    int year = 0;
    Int128 constant = 0;  // at step 0
    Int128 slope = 0;     // a step
  };
  std::vector<Cell> cells_;
};

}  // namespace disburse
