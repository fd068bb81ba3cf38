#pragma once
// The base scenario and its data, read once for all benchmarks.
#include "engine/app/loading/loading.hpp"
#include "engine/studies/main_job.hpp"

namespace disburse {

inline const Scenario& base() {
  static const Scenario scenario = scenario_of(InputOptions{}, find_data());
  return scenario;
}

inline const std::shared_ptr<const LoadedData>& data() {
  static const auto loaded = std::make_shared<const LoadedData>(load_data(InputOptions{}, base()));
  return loaded;
}

/// An office's roster stands in a file: it is read once.
inline const std::shared_ptr<const LoadedData>& data_with_roster() {
  static const auto loaded = [] {
    LoadedData own = *data();
    own.roster = opening_members(own, own.law.parameters, base());
    return std::make_shared<const LoadedData>(std::move(own));
  }();
  return loaded;
}

}  // namespace disburse
