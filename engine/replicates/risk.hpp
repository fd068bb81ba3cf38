#pragma once
// From replicates to risk: spreads, chances of overspending, reserves, and the month in which it becomes likely.
#include "engine/projection/risk_result.hpp"
#include "engine/replicates/moments.hpp"

namespace disburse {

/// The spread of the first `count` values. Errors: ProgramFault when there are fewer than two.
Spread spread_of(std::vector<std::int64_t> values);

/// What was replicated: chance alone, and (where assumptions were drawn) both.
struct RiskSamples {
  const Replicates& chance;
  const Replicates* both = nullptr;
  std::uint32_t count = 0;  ///< replicates that count; those behind were made to fill a block
};

/// Figures of every programme, line and year and of the whole; months of the whole. Budgets belong to their year.
RiskResult risk_of(const RiskSamples& samples, const Measures& measures, const std::vector<Moments>& exact,
                   const ProgrammeSet& programmes, const Budget& budget);

/// Chance alone, of every programme in the budget's year: its spread and how often it overspends.
std::vector<RiskFigure> programme_risks(const Replicates& replicates, std::uint32_t count, const Measures& measures,
                                        const ProgrammeSet& programmes, const Budget& budget);

/// The differences, replicate by replicate, of every programme, line and year and of the whole that differ in any of
/// the first `count` replicates.
std::vector<DifferenceFigure> differences_of(const Replicates& base, const Replicates& variant, std::uint32_t count,
                                             const Measures& measures, const ProgrammeSet& programmes,
                                             const Budget& budget);

}  // namespace disburse
