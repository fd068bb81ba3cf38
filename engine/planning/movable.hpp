#pragma once
// What a planner may move: the parameters of a scenario, each with the range in which a slider makes sense.
#include <optional>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"

namespace disburse {

/// One parameter, or counts that move together.
struct MovableParameter {
  std::string path;
  std::string name, name_en;
  std::optional<Unit> unit;  ///< absent: counts that move together, by a "+10%"
  std::vector<std::string> choices;
  std::vector<std::string> programmes;    ///< ids of those whose payments rest on it
  std::vector<DatedValue> values;         ///< as in force under the scenario, in order
  Month at;                               ///< the first month of the horizon
  std::string value;                      ///< in force then; empty where there is none
  std::optional<Value> minimum, maximum;  ///< what it can be at all
  /// A slider's ends and step in the parameter's unit, of numbers alone: the plausible band.
  std::optional<double> low, high, step;
  std::optional<Uncertainty> uncertainty;
  std::string note;
};

struct MovableParameters {
  std::string scenario;
  std::vector<MovableParameter> parameters;  ///< by path; those that no programme reads are left out
};

}  // namespace disburse
