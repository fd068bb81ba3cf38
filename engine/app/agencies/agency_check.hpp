#pragma once
// disburse check -A: whether an agency is complete, and its own.
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/base/finding.hpp"

namespace disburse {

/// What is wrong with the agency that `options` name, the worst first:
/// - errors: a text that speaks of another agency, a scheme for which it counts nobody;
/// - warnings: a programme whose line its budget does not print, a scheme without programme, a file that nothing reads;
/// - notes: assumed values of nation and region which the agency has not set for itself, faults that the printed budget
///   has of its own.
/// Every file of its folder is read, and its own scenario tried over three years (read_folder).
/// Errors: InputRejected(Door::data) with everything that a command would be refused for, and what else is an error or
/// a warning.
std::vector<Finding> check_agency(const InputOptions& options, int threads);

}  // namespace disburse
