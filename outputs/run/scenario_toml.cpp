#include "outputs/writers/scenario_toml.hpp"

#include <fmt/format.h>

#include <limits>

namespace disburse {
namespace {

std::string line(const std::string& key, const std::string& value) { return key + " = " + value + "\n"; }

std::string text_line(const std::string& key, std::string_view value) { return line(key, toml_quoted(value)); }

std::string list(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + toml_quoted(value);
  return "[" + text + "]";
}

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
  text += text_line("schema", "disburse/resolved-scenario/1");
  text += text_line("name", scenario.name);
  text += text_line("title", scenario.title);
  text += text_line("author", scenario.author);
  text += text_line("reference", scenario.reference);
  text += line("extends", list(scenario.lineage));
  text += text_line("budget", scenario.budget);
  text += text_line("recipe", scenario.recipe);
  text += text_line("mode", result.manifest.mode);
  text += line("replicates", std::to_string(result.manifest.replicates));
  if (scenario.as_known_on) text += line("as_known_on", to_string(*scenario.as_known_on));
  text += text_line("digest", scenario.digest);
  text += "\n[horizon]\n" + text_line("months", to_string(scenario.horizon));
  text += text_line("origin", scenario.horizon_origin);
  text += "\n[seed]\n" + line("value", seed_text(scenario.seed)) + text_line("origin", scenario.seed_origin);
  return text;
}

std::string override_block(const Override& changed) {
  std::string dates;
  if (changed.from) dates += text_line("from", to_string(*changed.from));
  if (changed.until) dates += text_line("until", to_string(*changed.until));
  return "\n[[override]]\n" + text_line("path", changed.path) + text_line("value", changed.value) + dates +
         text_line("reason", changed.reason) + text_line("origin", changed.origin);
}

std::string value_block(const DatedValue& value) {
  std::string text = "\n[[parameter.value]]\n" + text_line("from", to_string(value.from));
  if (value.until) text += text_line("until", to_string(*value.until));
  text += line("known", to_string(value.known));
  text += text_line("value", value_text(value.value));
  text += text_line("status", to_string(value.status));
  return text + text_line("reference", value.reference);
}

std::string parameter_block(const Parameter& parameter) {
  std::string text = "\n[[parameter]]\n" + text_line("path", parameter.path) + text_line("name", parameter.name) +
                     text_line("unit", to_string(parameter.unit)) + text_line("origin", parameter.origin);
  if (parameter.uncertainty) {
    const Uncertainty& uncertain = *parameter.uncertainty;
    text += line("uncertain", "{ low = " + toml_quoted(value_text(uncertain.low)) +
                                  ", high = " + toml_quoted(value_text(uncertain.high)) +
                                  ", distribution = " + toml_quoted(uncertain.distribution) +
                                  ", source = " + toml_quoted(uncertain.source) + " }");
  }
  for (const DatedValue& value : parameter.values) text += value_block(value);
  return text;
}

}  // namespace

std::string toml_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string scenario_toml(const RunResult& result) {
  std::string text = head(result);
  for (const Override& changed : result.scenario.overrides) text += override_block(changed);
  for (const Switch& off : result.scenario.switched_off) {
    text += "\n[[switch]]\n" + text_line("programme", off.programme) + line("on", "false") +
            text_line("reason", off.reason) + text_line("origin", off.origin);
  }
  for (const Parameter& parameter : result.parameters) text += parameter_block(parameter);
  return text;
}

}  // namespace disburse
