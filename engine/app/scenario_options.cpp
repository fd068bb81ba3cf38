// The scenario of a command: the file's word, then the environment's and the command line's; and the law under it.
#include "engine/app/session.hpp"
#include "engine/parameter_extension.hpp"
#include "scenarios/scenario_reader.hpp"

namespace disburse {
namespace {

/// "PATH=VALUE", "PATH@2025-01=VALUE" from a month on, "PATH@2025-01..2025-06=VALUE" between two.
Override parse_set(const std::string& text, InputErrors& errors) {
  const auto equals = text.find('=');
  const Place place{"--set", 0, 0};
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    errors.add(place, text, "is no assignment", "a path and a value are wanted",
               "Write --set unity_award.ordinary_per_payment=660元");
    return {};
  }
  Override change{text.substr(0, equals), text.substr(equals + 1), "given on the command line", "--set", place};
  const auto at = change.path.find('@');
  if (at == std::string::npos) return change;
  const std::string dates = change.path.substr(at + 1);
  const auto range = dates.find("..");
  change.path.resize(at);
  change.from = Month::parse(dates.substr(0, range));
  if (range != std::string::npos) change.until = Month::parse(dates.substr(range + 2));
  const bool ended = range == std::string::npos || (change.until && change.from && *change.until >= *change.from);
  if (!change.from || !ended) {
    errors.add(place, text, "\"" + dates + "\" is no month and no range of months", "a dated change begins in a month",
               "Write --set " + change.path + "@2025-01=" + change.value + ", or @2025-01..2025-06");
  }
  return change;
}

/// The scenario file's word first, then the environment's and the command line's.
void apply_options(Scenario& scenario, const Options& options) {
  InputErrors errors;
  if (options.seed) {
    scenario.seed = options.seed->value;
    scenario.seed_origin = options.seed->origin;
  }
  if (options.horizon) {
    const auto horizon = Horizon::parse(options.horizon->value);
    if (horizon) {
      scenario.horizon = *horizon;
      scenario.horizon_origin = options.horizon->origin;
    } else {
      errors.add({options.horizon->origin, 0, 0}, "", "\"" + options.horizon->value + "\" is no range of months",
                 "the first and the last month are named", "Write it as 2024-01..2024-12");
    }
  }
  if (options.as_known_on) {
    scenario.as_known_on = Date::parse(*options.as_known_on);
    if (!scenario.as_known_on) {
      errors.add({"--as-known-on", 0, 0}, "", "\"" + *options.as_known_on + "\" is no day",
                 "a day is year, month and day and must exist", "Write it as 2023-12-31");
    }
  }
  for (const std::string& text : options.sets) scenario.overrides.push_back(parse_set(text, errors));
  throw_if_any(Door::command_line, std::move(errors));
  scenario.digest = digest_of(scenario);
}

/// A fault in a file is reported as such; a fault on the command line only when the files are sound.
void apply_overrides(ParameterTree& law, const Scenario& scenario) {
  InputErrors in_files;
  InputErrors on_command_line;
  for (const Override& change : scenario.overrides) {
    InputErrors& errors = change.origin == "--set" ? on_command_line : in_files;
    law.override_value(change, errors);
  }
  for (const UncertainValue& value : scenario.uncertain) {
    law.set_uncertainty(value.path, value.low, value.high, value.distribution, value.source, value.place, in_files);
  }
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
}

}  // namespace

Scenario scenario_of(const Options& options, const DataPaths& paths) {
  Scenario scenario = read_scenario(options.scenario, paths.scenarios());
  apply_options(scenario, options);
  return scenario;
}

void apply_scenario(ParameterTree& law, const Scenario& scenario) {
  if (scenario.as_known_on) law.forget_after(*scenario.as_known_on);
  apply_overrides(law, scenario);
  extend_parameters(law, scenario.horizon.end() - 1);
}

Session open_law(const Options& options) {
  Session session;
  session.paths = find_data();
  session.scenario = scenario_of(options, session.paths);
  session.law = read_law(session.paths.models());
  return session;
}

}  // namespace disburse
