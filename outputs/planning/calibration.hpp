#pragma once
// What a calibration found: as a table, and as a scenario file.
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/planning/calibration.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// Estimates beside what `law` holds in `month`, and what raking met.
std::string calibration_table(const CalibrationResult& result, const ParameterTree& law, Month month,
                              Language language);

/// A disburse/scenario/1 file that extends `base` by the estimates; `sources` says what they rest on.
std::string calibrated_scenario(const std::string& name, const std::string& base, const std::string& sources,
                                const std::vector<Estimate>& estimates, const ParameterTree& law);

}  // namespace disburse
