#pragma once
// disburse serve: the local workbench.
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/app/workbench/ledger.hpp"

namespace disburse {

/// Listens until the program is asked to stop. The address is the first line of standard output, at once. `read`
/// reads the commands of runs that are made again.
int serve(const Options& options, std::string& talk, const ReadCommand& read);

}  // namespace disburse
