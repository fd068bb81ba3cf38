#pragma once
// disburse serve: the local workbench.
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// Listens until the program is asked to stop. The address is the first line of standard output, at once.
int command_serve(const Options& options, std::string& out, std::string& talk, Publication& files);

}  // namespace disburse
