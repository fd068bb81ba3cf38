#include "outputs/run/scenario_toml.hpp"

#include <fmt/format.h>

#include <limits>

#include "outputs/run/toml_text.hpp"

namespace disburse {
namespace {

std::string line(const std::string& key, const std::string& value) { return key + " = " + value + "\n"; }

/// TOML integers have 63 bits; a greater seed is written as a string.
std::string seed_text(std::uint64_t seed) {
  const bool fits = seed <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return fits ? std::to_string(seed) : toml_quoted(std::to_string(seed));
}

std::string head(const RunResult& result) {
  const Scenario& scenario = result.scenario;
  std::string text =
      "# The scenario as it was run: nothing is left to other files. Made by disburse; for reading, not for "
      "editing.\n";
  text += toml_line("schema", "disburse/resolved-scenario/1");
  text += toml_line("name", scenario.name);
  text += toml_line("title", scenario.title);
  text += toml_line("author", scenario.author);
  text += toml_line("reference", scenario.reference);
  text += line("extends", toml_list(scenario.lineage));
  text += toml_line("budget", scenario.budget);
  if (!scenario.roster.empty()) text += toml_line("roster", scenario.roster);
  text += toml_line("recipe", scenario.recipe);
  text += toml_line("mode", result.manifest.mode);
  text += line("replicates", std::to_string(result.manifest.replicates));
  if (scenario.as_known_on) text += line("as_known_on", to_string(*scenario.as_known_on));
  text += toml_line("digest", scenario.digest);
  text += "\n[horizon]\n" + toml_line("months", to_string(scenario.horizon));
  text += toml_line("origin", scenario.horizon_origin);
  text += "\n[seed]\n" + line("value", seed_text(scenario.seed)) + toml_line("origin", scenario.seed_origin);
  return text;
}

std::string override_block(const Override& changed) {
  std::string dates;
  if (changed.from) dates += toml_line("from", to_string(*changed.from));
  if (changed.until) dates += toml_line("until", to_string(*changed.until));
  return "\n[[override]]\n" + toml_line("path", changed.path) + toml_line("value", changed.value) + dates +
         toml_line("reason", changed.reason) + toml_line("origin", changed.origin);
}

std::string correlation_block(const Correlation& correlation) {
  return "\n[[correlation]]\n" + toml_line("first", correlation.first) + toml_line("second", correlation.second) +
         toml_line("value", fmt::format("{}", correlation.value));
}

std::string value_block(const DatedValue& value) {
  std::string text = "\n[[parameter.value]]\n" + toml_line("from", to_string(value.from));
  if (value.until) text += toml_line("until", to_string(*value.until));
  text += line("known", to_string(value.known));
  text += toml_line("value", value_text(value.value));
  text += toml_line("status", to_string(value.status));
  return text + toml_line("reference", value.reference);
}

std::string parameter_block(const Parameter& parameter) {
  std::string text = "\n[[parameter]]\n" + toml_line("path", parameter.path) + toml_line("name", parameter.name) +
                     toml_line("unit", to_string(parameter.unit)) + toml_line("origin", parameter.origin);
  if (parameter.uncertainty) {
    const Uncertainty& uncertain = *parameter.uncertainty;
    text += line("uncertain", "{ low = " + toml_quoted(value_text(uncertain.low)) +
                                  ", high = " + toml_quoted(value_text(uncertain.high)) +
                                  ", distribution = " + toml_quoted(uncertain.distribution) +
                                  ", source = " + toml_quoted(uncertain.source) + " }");
  }
  for (const DatedValue& value : values_in_force(parameter)) text += value_block(value);
  return text;
}

}  // namespace

std::string scenario_toml(const RunResult& result) {
  std::string text = head(result);
  for (const Override& changed : result.scenario.overrides) text += override_block(changed);
  for (const Switch& off : result.scenario.switched_off) {
    text += "\n[[switch]]\n" + toml_line("programme", off.programme) + line("on", "false") +
            toml_line("reason", off.reason) + toml_line("origin", off.origin);
  }
  for (const Correlation& correlation : result.scenario.correlations) text += correlation_block(correlation);
  for (const Parameter& parameter : result.parameters) text += parameter_block(parameter);
  return text;
}

}  // namespace disburse
