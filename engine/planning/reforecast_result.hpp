#pragma once
// What a re-forecast and its back-test answer.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/comparison/cash.hpp"
#include "engine/planning/reforecast.hpp"

namespace disburse {

/// An amount with the band of what is uncertain: 10 % and 90 %.
/// 10 % and 90 % points; empty where no band was asked for.
struct Band {
  std::optional<Money> low, high;
};

struct ReforecastProgramme {
  std::string id, name, line;
  bool given = false;  ///< has actual payments; otherwise all of its months are estimates
  YearEstimate year;
  Money budget;
  Money projected;  ///< the year, before anything was locked
  Band band;
  std::vector<Month> open = {};  ///< months up to the lock that are not known, and estimated
  bool locked(Month month, Month last) const {
    return given && month <= last && std::find(open.begin(), open.end(), month) == open.end();
  }
};

struct ReforecastLine {
  std::string code, name;  ///< empty: all lines
  Money budget, locked, estimate;
  Band band;
  Money left() const { return budget - locked; }  ///< of the budget, after what was paid
  std::optional<Month> exhausted;                 ///< month whose payments use the budget up
  std::optional<double> over;                     ///< chance that the year ends above it
};

/// One answer to a question that the source leaves open, and how far it is believed after what was paid.
struct WeighedAnswer {
  std::string name, name_en;
  double before = 0.0, after = 0.0;  ///< weights; those of a question sum to 1 each
  Money so_far;                      ///< what it projects for the locked months of the programmes that are given
  Money estimate;                    ///< the year re-forecast from it
};

struct WeighedQuestion {
  std::string id, name, name_en;
  std::vector<WeighedAnswer> answers;  ///< the base first
};

struct ReforecastResult {
  std::string scenario, file;
  Month last;
  int year = 0;
  std::vector<ReforecastProgramme> programmes;
  std::vector<ReforecastLine> lines;
  ReforecastLine total;
  Money paid;                                  ///< in the locked months of the programmes that are given
  std::vector<WeighedQuestion> readings = {};  ///< those whose answers differ in the months that are locked
  CashPlan cash;                               ///< what is still to be asked for
  std::vector<Finding> findings;
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
