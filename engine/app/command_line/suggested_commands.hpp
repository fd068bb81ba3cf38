#pragma once
// Commands that texts suggest, so that they run as they are printed.
#include <string>

namespace disburse {

/// Names the agency in each `disburse list` and `disburse check` of the text that names none. `agency`: as the command
/// line named it; where it is empty, nobody has to.
std::string with_agency(const std::string& text, const std::string& agency);

}  // namespace disburse
