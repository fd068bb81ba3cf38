#pragma once
// The year in progress over a scenario: re-forecast with its band, back-test, cash calendar.
#include <memory>

#include "engine/app/evaluator.hpp"
#include "engine/reforecast_result.hpp"
#include "scenarios/actuals_reader.hpp"

namespace disburse {

/// What each programme pays on the city's lines in the months of `year`, in the order of the law.
std::vector<std::vector<ProjectedMonth>> projected_months(const Evaluation& evaluation, int year);

/// Locks the payments of the options' --actuals file. The band of each programme, line and of the whole is the root of
/// the summed squares of what every uncertain assumption does to the re-forecast alone at its low and high (10 % and
/// 90 %), and of individual chance (closed form of the year, in proportion to what is still to come).
/// Errors: InputRejected: what read_actuals refuses; a horizon without the budget's whole year.
ReforecastResult reforecast_year(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                                 const Options& options);

/// Known paths are expected years under drawn assumptions. Months after March, June, August and October are hidden in
/// turn, estimated, and scored beside a run-rate and the plan itself.
BacktestResult backtest(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                        const Options& options);

// What both are made of.
/// Errors: InputRejected(Door::command_line) where the horizon does not hold the whole year.
void check_year(const Scenario& scenario, int year);
/// Payments as if everything had gone as projected: for programmes of which nothing is known.
std::vector<ActualMonth> as_projected(const std::vector<ProjectedMonth>& months, Month last);
/// The re-forecast of every programme; one without actual payments goes as projected.
std::vector<YearEstimate> estimates(const std::vector<std::vector<ProjectedMonth>>& projected, const Actuals& actuals,
                                    const std::vector<ProgrammeDefinition>& programmes);

}  // namespace disburse
