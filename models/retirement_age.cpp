#include "models/retirement_age.hpp"

#include <algorithm>

namespace disburse {

StatutoryRetirement statutory_retirement(const ParameterTree& law, RetirementGroup group, Month birth) {
  const std::string name = to_string(group);
  StatutoryRetirement result;
  result.old_age = static_cast<int>(law.integer("retirement.old_age_" + name, birth));
  const Month old_month = birth + 12 * result.old_age;
  const int since_first = birth - law.month_value("retirement.first_birth_" + name, old_month);
  if (since_first >= 0) {
    const auto pace = static_cast<int>(law.integer("retirement.pace_" + name, old_month));
    const auto most = static_cast<int>(law.integer("retirement.most_delay_" + name, old_month));
    result.delay = std::min(since_first / pace + 1, most);
  }
  result.month = old_month + result.delay;
  return result;
}

std::vector<std::string> retirement_parameters(RetirementGroup group) {
  const std::string name = to_string(group);
  return {"retirement.old_age_" + name, "retirement.first_birth_" + name, "retirement.pace_" + name,
          "retirement.most_delay_" + name};
}

}  // namespace disburse
