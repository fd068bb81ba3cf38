#pragma once
// The statutory retirement age (法定退休年龄) and its gradual delay (渐进式延迟) by birth month.
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/law/parameters.hpp"
#include "engine/projection/award.hpp"

namespace disburse {

/// The least age, in years, that is ever in force, from which on it may have been reached. `age`: of unit years.
int least_age(const Parameter& age);

/// How a statutory retirement month comes about.
struct StatutoryRetirement {
  int old_age = 0;  ///< years, in force when it is reached
  int delay = 0;    ///< months
  Month old_month;  ///< in which the old age is reached
  Month month;      ///< old month + delay
};

/// m = birth months since the first cohort's; delay = 0 for m < 0, else min(m / pace + 1, most), in whole months. The
/// delay that holds is the one in force in the month of the old age: a decision not yet known delays nobody. The old
/// age is reached in the first month in which someone is as old as the age then in force.
StatutoryRetirement statutory_retirement(const ParameterTree& law, RetirementGroup group, Month birth);

/// The parameters that decide it, for an explanation.
std::vector<std::string> retirement_parameters(RetirementGroup group);

}  // namespace disburse
