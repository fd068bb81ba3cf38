#pragma once
// What people are told of a change beside its values.
#include <string>

#include "engine/comparison/run_comparison.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// That a parameter's own rule of growth ends with `change`, from which year on, and how to keep it; empty where none
/// ends.
std::string ended_growth_text(const ParameterChange& change, Language language);

}  // namespace disburse
