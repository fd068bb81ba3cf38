#pragma once
// What a re-forecast and its back-test answer.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cash.hpp"
#include "engine/reforecast.hpp"

namespace disburse {

/// An amount with the band of what is uncertain: 10 % and 90 %.
/// 10 % and 90 % points; empty where no band was asked for.
struct Band {
  std::optional<Money> low, high;
};

struct ReforecastProgramme {
  std::string id, name, line;
  bool given = false;  ///< has actual payments; otherwise it is projected throughout
  YearEstimate year;
  Money budget;
  Money projected;  ///< the year, before anything was locked
  Band band;
};

struct ReforecastLine {
  std::string code, name;  ///< empty: all lines
  Money budget, locked, estimate;
  Band band;
  Money left() const { return budget - locked; }  ///< of the budget, after what was paid
  std::optional<Month> exhausted;                 ///< month whose payments use the budget up
  std::optional<double> over;                     ///< chance that the year ends above it
};

struct ReforecastResult {
  std::string scenario, file;
  Month last;
  int year = 0;
  std::vector<ReforecastProgramme> programmes;
  std::vector<ReforecastLine> lines;
  ReforecastLine total;
  CashPlan cash;                   ///< what is still to be asked for
  std::vector<std::string> notes;  ///< Chinese
};

/// One method's errors in a back-test, estimate less truth, over the paths.
struct BacktestScore {
  std::string method;  ///< "reforecast", "run_rate", "plan"
  Month last;          ///< locked to here
  Money bias, mean_absolute;
  double relative = 0.0;  ///< mean absolute error of the truth
};

struct BacktestResult {
  std::string scenario;
  int paths = 0;
  std::string line;  ///< empty: all
  std::vector<BacktestScore> scores;
};

}  // namespace disburse
