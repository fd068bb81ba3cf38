#pragma once
// A scenario (情景): which budget, which members, which months, and what differs from the law.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/parameters.hpp"

namespace disburse {

struct Scenario {
  std::string name;
  std::string title;
  std::string author;
  std::string reference;
  std::vector<std::string> lineage;  ///< the scenarios it extends, nearest first
  Horizon horizon;
  std::string horizon_origin;  ///< the scenario's name, "--horizon" or the variable's name
  std::uint64_t seed = 0;
  std::string seed_origin;
  std::string budget;  ///< file stem below scenarios/budgets
  std::string recipe;  ///< file stem below scenarios/rosters
  std::optional<Date> as_known_on;
  std::vector<Override> overrides;  ///< in order: base first, the command line last
  std::string digest;               ///< SHA-256 of the resolved scenario
};

}  // namespace disburse
