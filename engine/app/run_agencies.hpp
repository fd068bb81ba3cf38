#pragma once
// disburse run -A A -A B: several agencies, each as alone, and their sums.
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// As a command (commands.hpp). `--out NAME` holds the sums; the run of agency A stands beside it in NAME-A, with the
/// files that it has alone. Errors: InputRejected, also for options that are of one agency and for budgets of different
/// years.
int run_agencies(const Options& options, std::string& out, std::string& talk, Publication& files);

}  // namespace disburse
