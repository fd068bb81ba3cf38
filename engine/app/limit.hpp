#pragma once
// Limits asked for with --fail-if: "line.2089999.execution_rate>1.02", "total.projected>37000万元".
#include <string>
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

/// The limits that the result crosses, each as a sentence.
/// Errors: InputRejected(Door::command_line) for a limit that cannot be read, with the names that exist.
std::vector<std::string> crossed_limits(const RunResult& result, const std::vector<std::string>& limits);

}  // namespace disburse
