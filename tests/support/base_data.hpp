#pragma once
// The base scenario and what the loading unit reads for it, once a process: what studies are handed.
#include <memory>

#include "support/city.hpp"

namespace disburse {

inline const Scenario& base_scenario() {
  static const Scenario scenario = scenario_of(InputOptions{}, find_data());
  return scenario;
}

inline const std::shared_ptr<const LoadedData>& base_data() {
  static const auto data = std::make_shared<const LoadedData>(load_data(InputOptions{}, base_scenario()));
  return data;
}

/// The base scenario with one parameter changed.
inline Scenario changed_scenario(const std::string& path, const std::string& value) {
  Scenario scenario = base_scenario();
  scenario.overrides.push_back({path, value, "test", "test", {}});
  return scenario;
}

}  // namespace disburse
