#pragma once
// The resolved scenario as TOML: every parameter of the run with its dated values and where each comes from.
#include <string>

#include "engine/projection/result.hpp"
#include "outputs/run/toml_text.hpp"

namespace disburse {

std::string scenario_toml(const RunResult& result);

}  // namespace disburse
