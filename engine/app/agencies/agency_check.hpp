#pragma once
// disburse check -A: whether an agency is complete, and its own.
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/base/finding.hpp"

namespace disburse {

/// What is wrong with the agency that `options` name, the worst first:
/// - errors: a text that speaks of another agency, a scheme for which it counts nobody;
/// - warnings: a programme whose line its budget does not print, a scheme without programme;
/// - notes: assumed values of nation and region which the agency has not set for itself, faults that the printed budget
///   has of its own.
/// Errors: InputRejected where law, scenario, budget or roster cannot be read at all.
std::vector<Finding> check_agency(const InputOptions& options);

}  // namespace disburse
