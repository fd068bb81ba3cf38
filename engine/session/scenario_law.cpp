#include "engine/session/scenario_law.hpp"

#include <algorithm>

#include "engine/base/error.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/law/relative_change.hpp"

namespace disburse {
namespace {

/// A fault in a file is reported as such; a fault on the command line only when the files are sound.
void apply_overrides(ParameterTree& law, const Scenario& scenario, Month last) {
  InputErrors in_files;
  InputErrors on_command_line;
  for (const Override& change : scenario.overrides) {
    InputErrors& errors = change.origin == "--set" ? on_command_line : in_files;
    put_in_force(law, change, last, errors);
  }
  for (const UncertainValue& value : scenario.uncertain) {
    law.set_uncertainty(value.path, value.low, value.high, value.distribution, value.source, value.place, in_files);
  }
  check_correlations(law, scenario.correlations, in_files);
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
}

}  // namespace

void apply_scenario(ParameterTree& law, const Scenario& scenario, Month last) {
  if (scenario.as_known_on) law.forget_after(*scenario.as_known_on);
  const int year = std::max(scenario.horizon.end() - 1, last).year();
  apply_overrides(law, scenario, Month(year, 12));
  extend_parameters(law, Month(year, 12));
}

}  // namespace disburse
