#pragma once
// What of a scenario's settings, and of a result's size, is hardly meant so: asked by every command that shows figures.
#include <vector>

#include "engine/projection/doubted_manifest.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Settings outside their plausible bands, and counts whose partner did not follow; none where nothing is changed.
/// Errors: as apply_scenario.
std::vector<Finding> doubts_of(const LoadedData& data, const Scenario& scenario);
/// The manifest with them.
DoubtedManifest doubted(Manifest manifest, const LoadedData& data, const Scenario& scenario);
/// Puts them, and what is doubted of its size, before the findings of `run`.
void add_doubts(RunResult& run, const LoadedData& data);

}  // namespace disburse
