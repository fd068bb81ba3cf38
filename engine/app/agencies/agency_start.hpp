#pragma once
// A new agency from its published budget: which of its projects law and region can project, and what is left to do.
#include "engine/app/options/options.hpp"
#include "outputs/planning/agency_files.hpp"

namespace disburse {

/// Reads the documents that `options` name, for an agency in `folder`. Errors: InputRejected: a name or region that is
/// none, a document that is no budget.
AgencyStart start_agency(const InitOptions& options, const std::string& folder);

}  // namespace disburse
