#pragma once
// The result of a run as a planner reads it on the terminal: amounts in 万元, aligned under CJK width.
#include <string>

#include "engine/result.hpp"
#include "outputs/language.hpp"

namespace disburse {

/// With `colour`, more spent than budgeted is red; nothing else depends on it.
std::string run_table(const RunResult& result, Language language, bool colour);

}  // namespace disburse
