#pragma once
// disburse list agencies, list origins.
#include <string>

#include "engine/app/agencies/listing.hpp"
#include "engine/app/loading/data_paths.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// The agencies below scenarios/agencies of `root`, by name. Errors: as read_agency.
Listing agencies_listing(const std::filesystem::path& root, Language language);

/// Every dated value of the parameters whose path begins with `prefix`: the layer that gave it and its file and line.
Listing origins_listing(const ParameterTree& parameters, const DataPaths& paths, const std::string& prefix,
                        Language language);

}  // namespace disburse
