#pragma once
// The result of a run as a planner reads it on the terminal: amounts in 万元, aligned under CJK width.
#include <string>

#include "engine/projection/result.hpp"
#include "engine/projection/run_beside.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// With `colour`, more spent than budgeted is red; nothing else depends on it.
/// What is told beside the result (its band, the year before against its outturn) stands with it.
std::string run_table(const RunResult& result, Language language, bool colour, const RunBeside& beside = {});

}  // namespace disburse
