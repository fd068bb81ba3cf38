#pragma once
// The resolved scenario as TOML: every parameter of the run with its dated values and where each comes from.
#include <string>

#include "engine/result.hpp"

namespace disburse {

std::string scenario_toml(const RunResult& result);

/// `text` as a TOML basic string with its quotation marks.
std::string toml_quoted(std::string_view text);

}  // namespace disburse
