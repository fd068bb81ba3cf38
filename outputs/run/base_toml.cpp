#include "outputs/run/base_toml.hpp"

#include <fmt/format.h>

#include "outputs/run/toml_text.hpp"
#include "outputs/text/doubts.hpp"

namespace disburse {
namespace {

std::string override_block(const Override& change, const std::string& reason) {
  return "\n[[override]]\n" + toml_line("path", change.path) + toml_line("value", change.value) +
         (change.from ? toml_line("from", to_string(*change.from)) : "") +
         (change.until ? toml_line("until", to_string(*change.until)) : "") + toml_line("reason", reason);
}

/// Switches, ranges and correlations, as they stand.
std::string rest_of(const Scenario& scenario, const std::string& source) {
  std::string text;
  for (const Switch& off : scenario.switched_off)
    text += "\n[[switch]]\n" + toml_line("programme", off.programme) + "on = false\n" + toml_line("reason", off.reason);
  for (const UncertainValue& value : scenario.uncertain) {
    text += "\n[[uncertain]]\n" + toml_line("path", value.path) + toml_line("low", value.low) +
            toml_line("high", value.high) + toml_line("distribution", value.distribution) +
            toml_line("source", value.source);
  }
  for (const Correlation& one : scenario.correlations) {
    text += "\n[[correlation]]\n" + toml_line("first", one.first) + toml_line("second", one.second) +
            toml_line("value", fmt::format("{}", one.value)) + toml_line("source", source);
  }
  return text;
}

std::string horizon_and_seed(const Scenario& scenario) {
  return toml_line("horizon", to_string(scenario.horizon)) + "seed = " + std::to_string(scenario.seed) + "\n";
}

std::string doubt_lines(const NextYear& next) {
  std::string text;
  for (const std::string& doubt : marked_doubts(next.manifest.doubts, Language::zh)) text += "# " + doubt + "\n";
  return text;
}

}  // namespace

std::string base_toml(const NextYear& next, const std::string& from) {
  const Scenario& base = next.base;
  const std::string year = std::to_string(next.budget.fiscal_year);
  std::string text = doubt_lines(next);
  text += toml_line("schema", "disburse/scenario/1") + toml_line("name", base.name) +
          toml_line("title", next.budget.agency + " " + year + " 年：基准情景") + toml_line("author", base.author) +
          toml_line("reference", "由情景 " + from + " 结转：" + next.budget.title + "；花名册为上年 12 月 31 日") +
          "follows = " + toml_list(base.follows) + "\n" + toml_line("budget", base.budget) +
          toml_line_unless_empty("forms", base.forms) + toml_line_unless_empty("roster", base.roster) +
          toml_line_unless_empty("made_from", base.made_from) + toml_line("recipe", base.recipe) +
          horizon_and_seed(base);
  for (const Override& change : base.overrides) {
    const bool own = change.origin == base.name;
    text += override_block(change, own ? "随花名册结转：截至上年末的情况" : change.reason);
  }
  return text + rest_of(base, "沿用情景 " + from);
}

std::string before_toml(const NextYear& next, const std::string& file) {
  const Scenario& before = *next.before;
  std::string text =
      doubt_lines(next) +
      "# 结转花名册的来历：上年的情景。测算下年时据此改变上年人数等假定；随结转文件夹保存，不用修改。\n" +
      toml_line("schema", "disburse/scenario/1") + toml_line("name", file.substr(0, file.rfind('.'))) +
      toml_line("title", before.title) + toml_line("author", before.author) +
      toml_line("reference", "情景 " + before.name + "；" + before.reference) + toml_line("budget", before.budget) +
      toml_line_unless_empty("forms", before.forms) + toml_line("recipe", before.recipe) + horizon_and_seed(before);
  for (const Override& change : before.overrides)
    text += override_block(change, change.reason.empty() ? "命令行" : change.reason);
  return text + rest_of(before, "沿用情景 " + before.name);
}

}  // namespace disburse
