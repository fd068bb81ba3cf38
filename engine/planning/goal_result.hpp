#pragma once
// What a goal seek answers: one point, or a frontier of points.
#include <string>
#include <vector>

#include "engine/planning/bracketing.hpp"

namespace disburse {

struct GoalPoint {
  std::string given;  ///< value of the first parameter of a frontier; empty otherwise
  Solution solution;
  std::string value, next;  ///< that fits, and one step further, as texts of the unit; empty where nothing was found
  std::string low, high;    ///< ends of the range
  Money full;               ///< the amount of a full projection at `value`, expected value
  bool by_slider = false;   ///< answered from kept person-months
};

struct GoalResult {
  std::string scenario, path, name, unit;
  std::string given_path, given_name;  ///< of a frontier
  std::string line, line_name;         ///< empty: all lines
  int year = 0;
  Money target;
  std::string base_value;
  Money base_amount;
  double confidence = 0.0;  ///< 0: the expected value meets the target
  std::uint32_t replicates = 0, assumptions = 0;
  std::vector<GoalPoint> points;
};

}  // namespace disburse
