#pragma once
// The result of a run as JSON, schema disburse/run/1: money in integer fen, rates as fractions, months
// "YYYY-MM".
#include <string>

#include "engine/result.hpp"

namespace disburse {

std::string run_json(const RunResult& result);

}  // namespace disburse
