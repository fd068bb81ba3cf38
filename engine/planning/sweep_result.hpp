#pragma once
// What a sweep over a grid of parameter values gives.
#include <string>
#include <vector>

#include "engine/base/money.hpp"

namespace disburse {

struct SweptParameter {
  std::string path, name;
  std::vector<std::string> values;
};

/// What falls on one line in one year.
struct SweptLine {
  int year = 0;
  std::string line, name;
  friend bool operator==(const SweptLine&, const SweptLine&) = default;
};

struct SweepPoint {
  std::size_t number = 0;           ///< from 1
  std::vector<std::string> values;  ///< one of each parameter
  std::vector<Money> amounts;       ///< one of each line and year
};

struct SweepResult {
  std::string scenario;
  std::vector<SweptParameter> parameters;
  std::vector<SweptLine> lines;
  std::vector<Money> base;  ///< amounts of the scenario itself
  std::vector<SweepPoint> points;
};

/// The sum of a year's amounts.
Money total_of(const SweepResult& result, const std::vector<Money>& amounts, int year);
/// The years of the sweep, each once.
std::vector<int> years_of(const SweepResult& result);

}  // namespace disburse
