#include "engine/law/scenario.hpp"

#include "engine/base/digest.hpp"

namespace disburse {

std::string digest_of(const Scenario& scenario) {
  std::string text = "scenario/1\n" + to_string(scenario.horizon) + "\n" + std::to_string(scenario.seed) + "\n" +
                     scenario.budget + "\n" + scenario.recipe + "\n" +
                     (scenario.as_known_on ? to_string(*scenario.as_known_on) : "") + "\n";
  if (!scenario.roster.empty()) text += "roster " + scenario.roster + "\n";
  if (!scenario.made_from.empty()) text += "made from " + scenario.made_from + "\n";
  for (const Override& change : scenario.overrides) {
    text += change.path;
    if (change.from) text += "@" + to_string(*change.from);
    if (change.until) text += ".." + to_string(*change.until);
    text += "=" + change.value + "\n";
  }
  for (const Switch& off : scenario.switched_off) text += "off " + off.programme + "\n";
  for (const UncertainValue& value : scenario.uncertain) {
    text += "uncertain " + value.path + " " + value.low + " " + value.high + " " + value.distribution + "\n";
  }
  for (const Correlation& one : scenario.correlations) {
    text += "correlation " + one.first + " " + one.second + " " + std::to_string(one.value) + "\n";
  }
  return sha256_hex(text);
}

}  // namespace disburse
