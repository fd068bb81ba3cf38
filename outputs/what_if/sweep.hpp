#pragma once
// A sweep as a table, as JSON (disburse/sweep/1) and as CSV.
#include <string>

#include "engine/planning/sweep_result.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// One row for each point and year: values, the sum of the city's lines, and how far it is from the scenario's.
std::string sweep_table(const SweepResult& result, Language language);
std::string sweep_json(const SweepResult& result, const DoubtedManifest& manifest);
/// One row for each point, year and line.
std::string sweep_csv(const SweepResult& result);

}  // namespace disburse
