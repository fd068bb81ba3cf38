#pragma once
// Rejected input as text for stderr: one line an error, and how many there are in all.
#include <string>

#include "engine/base/error.hpp"
#include "outputs/text/language.hpp"

namespace disburse {

/// The first 50 errors, each on a line of its own; what is not shown is counted.
std::string error_report(const InputRejected& rejected, Language language);

}  // namespace disburse
