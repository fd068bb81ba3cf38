#pragma once
// The files of a run held to each other: whose they are, and that they tell the same sums.
#include <filesystem>
#include <vector>

#include "engine/base/finding.hpp"
#include "outputs/text/json_parts.hpp"

namespace disburse {

/// Holds run.json to the manifest, to result.h5, to ledger.csv and to its own control sheet; adds what differs. A file
/// that cannot be read has its finding already, and is passed over.
void check_run(const std::filesystem::path& folder, const Json& manifest, std::vector<Finding>& findings);

}  // namespace disburse
