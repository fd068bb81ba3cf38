#pragma once
// Counts of a recipe that move together (成组变动).
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {

/// Counts of one scheme that move together: those who retire in the year after the roster's, and the stock at its end.
struct CohortCounts {
  std::vector<std::string> inflow;  ///< paths: who joins in that year
  std::vector<std::string> later;   ///< paths: who joins in the years after it
  std::string stock;                ///< path: all of them at the end of that year
};

/// A change of several counts by one name: "cohort.new_retirees" = "+10%".
struct CohortChange {
  std::string path, name, name_en;
  std::vector<CohortCounts> schemes;
  Place place;
};

}  // namespace disburse
