#pragma once
// How good estimates were (预测评价): errors of issued budgets and forecasts against outturns, by programme and
// horizon.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"

namespace disburse {

/// An amount that was issued: on a day, for a programme and year.
struct IssuedEstimate {
  Date made;
  std::string kind;  ///< "run", "budget", "reforecast"
  std::string scenario;
  int year = 0;
  std::string programme;  ///< id; empty: all
  Money amount;
  std::optional<Money> low, high;  ///< 10 % and 90 %
};

/// What was spent in the end.
struct Outturn {
  int year = 0;
  std::string programme;  ///< id, the code of a line, or empty: all
  Money amount;
  std::optional<std::int64_t> persons = std::nullopt;  ///< paid, where that is known
};

/// Errors of the estimates of one programme that were made equally long before the end of their year.
struct TrackScore {
  std::string programme;
  int horizon = 0;  ///< whole years from the day made to the end of the year estimated
  int estimates = 0;
  Money bias;  ///< mean of estimate - outturn
  Money mean_absolute, root_mean_square;
  Money two_thirds;                     ///< two thirds of the absolute errors are no larger
  std::optional<double> coverage;       ///< share of outturns within low and high (80 % is aimed at)
  std::optional<Money> naive_absolute;  ///< mean absolute error of "as last year's outturn", where that was known
};

/// Scores by programme and horizon; estimates without outturn are left out.
std::vector<TrackScore> track_scores(const std::vector<IssuedEstimate>& estimates,
                                     const std::vector<Outturn>& outturns);

}  // namespace disburse
