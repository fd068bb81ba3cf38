#pragma once
// The year in progress over a scenario: re-forecast with its band, back-test, cash calendar.
#include <memory>
#include <vector>

#include "engine/base/progress.hpp"
#include "engine/comparison/pay_calendar.hpp"
#include "engine/evaluation/evaluator.hpp"
#include "engine/planning/reforecast_result.hpp"
#include "engine/studies/year_estimates.hpp"

namespace disburse {

/// What each programme pays on the city's lines in the months of `year`, in the order of the law.
std::vector<std::vector<ProjectedMonth>> projected_months(const Evaluation& evaluation, int year);

/// The scenario over the whole of `year` and of its own horizon: a year is re-forecast as a whole, whatever part of it
/// was asked for.
Scenario over_whole_year(Scenario scenario, int year);

struct InYearRequest {
  Actuals actuals;       ///< by the programmes of the law
  PayCalendar calendar;  ///< of the cash that is still to be sent
  bool band = true;      ///< with range, chance of going over and weights of readings; else by the base's readings
  int threads = 0;
};

/// The budget's year under a scenario, re-forecast from payments that were read against what it projects.
class InYearStudy {
 public:
  /// Over the whole of the budget's year, whatever part of it the scenario's horizon holds.
  /// Errors: InputRejected where the members do not carry that year.
  InYearStudy(std::shared_ptr<const LoadedData> data, const Scenario& scenario);

  /// As projected_months: against which actual payments are checked.
  const std::vector<std::vector<ProjectedMonth>>& projected() const { return projected_; }

  /// Locks the payments. The months to come are those of the answers to each question that the payments say something
  /// of, under the weights that they leave them; all else is at its base. The band of each programme, line and of the
  /// whole is the root of the summed squares of what every range and common cause does to the re-forecast alone at its
  /// low and high (10 % and 90 %), of each question's answers under those weights, and of individual chance (closed
  /// form of the year, in proportion to what is still to come). Errors: InputRejected(Door::data) where late reports
  /// are assumed and a band is wanted; Stopped.
  ReforecastResult reforecast(const InYearRequest& request);

 private:
  std::shared_ptr<const LoadedData> data_;
  int year_;
  Evaluator evaluator_;
  Evaluation base_;
  std::vector<std::vector<ProjectedMonth>> projected_;
};

struct BacktestRequest {
  int paths = 20;  ///< known years
};

/// Known paths are expected years under drawn assumptions. Months after March, June, August and October are hidden in
/// turn, estimated, and scored beside a run-rate and the plan itself.
BacktestResult backtest(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario,
                        const BacktestRequest& request, Progress* progress = nullptr);

// What both are made of./// The re-forecast of every programme; of one without actual payments every month is an
// estimate. `begins`: the first
}  // namespace disburse
