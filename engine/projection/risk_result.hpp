#pragma once
// The risk of a budget (预算风险): distributions of what is spent, by chance alone and with uncertain assumptions.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"

namespace disburse {

/// A sample of replicates. A quantile is the smallest value that at least so many of them do not exceed (type 1 of
/// Hyndman and Fan 1996): an amount that came up, exact fen.
struct Spread {
  Money mean;
  Money deviation;       ///< standard deviation, n - 1 in the denominator
  Money standard_error;  ///< of the mean
  Money p05, p10, p50, p90, p95;
  friend bool operator==(const Spread&, const Spread&) = default;
};

/// One programme, one line or the whole, in one year.
struct RiskFigure {
  enum class Of : std::uint8_t { programme, line, total };
  Of of = Of::total;
  std::string id, name;  ///< programme id or functional code; empty for the whole
  int year = 0;
  std::optional<Money> budget;        ///< of the budget's year
  Money exact_mean, exact_deviation;  ///< by the closed form, chance alone
  Spread chance;                      ///< members' deaths alone
  std::optional<Spread> both;         ///< and uncertain assumptions
  std::optional<double> over;         ///< share of replicates above the budget, with all that is uncertain
  double over_error = 0.0;            ///< standard error of it
  Money reserve_90, reserve_95;       ///< beyond the budget, so that it suffices with 90 and 95 %
  std::optional<Month>
      likely_over;  ///< first month in which more than half of the replicates have spent the year's budget
};

/// A difference of two scenarios under common draws: each member who is in both dies in both by the same draw.
struct DifferenceFigure {
  RiskFigure::Of of = RiskFigure::Of::total;
  std::string id, name;  ///< as in RiskFigure
  int year = 0;
  Spread difference;  ///< variant - base
};

/// What the whole has spent from January to the end of a month.
struct RiskMonth {
  Month month;
  Spread chance;
  std::optional<Spread> both;
};

/// An assumption that was drawn.
struct DrawnAssumption {
  std::string path, name, low, high, distribution;
};

struct RiskResult {
  std::uint32_t replicates = 0;   ///< of chance
  std::uint32_t assumptions = 0;  ///< sets of assumptions drawn; 0: chance alone
  std::uint64_t seed = 0;
  std::vector<RiskFigure> figures;
  std::vector<RiskMonth> months;
  std::vector<DrawnAssumption> drawn;
  /// Of the whole in the budget's year, or the first: per cent of the replicates above an amount, falling.
  std::vector<std::pair<int, Money>> exceedance;
};

}  // namespace disburse
