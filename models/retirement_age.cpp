#include "models/retirement_age.hpp"
#include "engine/law/declared_parameter.hpp"

#include <algorithm>
#include <cstdint>

namespace disburse {

int least_age(const Parameter& age) {
  std::int64_t least = std::get<std::int64_t>(age.values.front().value);
  for (const DatedValue& value : values_in_force(age)) least = std::min(least, std::get<std::int64_t>(value.value));
  return static_cast<int>(least);
}

StatutoryRetirement statutory_retirement(const ParameterTree& law, RetirementGroup group, Month birth) {
  const std::string name = to_string(group);
  StatutoryRetirement result;
  const std::string path = "retirement.old_age_" + name;
  const auto age_in_force = [&](Month month) { return static_cast<int>(law.integer(path, month)); };
  Month old_month = birth + 12 * least_age(declared(law, path));
  while (old_month < birth + 12 * age_in_force(old_month)) ++old_month;
  result.old_age = age_in_force(old_month);
  result.old_month = old_month;
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
