#pragma once
// The statutory retirement age (法定退休年龄) and its gradual delay (渐进式延迟) by birth month.
#include <string>
#include <vector>

#include "engine/award.hpp"
#include "engine/calendar.hpp"
#include "engine/parameters.hpp"

namespace disburse {

/// How a statutory retirement month comes about.
struct StatutoryRetirement {
  int old_age = 0;  ///< years
  int delay = 0;    ///< months
  Month month;      ///< birth + old age + delay
};

/// m = birth months since the first cohort's; delay = 0 for m < 0, else min(m / pace + 1, most), in whole months. The
/// delay that holds is the one in force in the month of the old age: a decision not yet known delays nobody.
StatutoryRetirement statutory_retirement(const ParameterTree& law, RetirementGroup group, Month birth);

/// The parameters that decide it, for an explanation.
std::vector<std::string> retirement_parameters(RetirementGroup group);

}  // namespace disburse
