#pragma once
// The grid of a map of two inputs (两因素对照表).
#include <string>
#include <vector>

#include "engine/evaluation/study_input.hpp"
#include "engine/planning/study_result.hpp"

namespace disburse {

struct MapGrid {
  std::vector<std::string> rows, columns;   ///< values of the first and of the second input, as texts
  std::vector<std::vector<double>> points;  ///< row after row; not-a-number: an input at its base
};

/// Nine steps from low to high of each number, and every option of what has options.
MapGrid map_grid(const std::vector<Input>& inputs, const HeatMap& map);

}  // namespace disburse
