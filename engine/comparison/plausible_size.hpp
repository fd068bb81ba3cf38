#pragma once
// Doubts about the size of a result: what no budget could carry, and what nobody could be paid.
#include <vector>

#include "engine/projection/result.hpp"

namespace disburse {

/// A finding for each programme, once, at the first year in which its line is more than ten times its budget or below
/// nothing. Severity warning, code "implausible_result".
std::vector<Finding> doubts_about_size(const RunResult& run);

}  // namespace disburse
