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

}  // namespace

std::string base_toml(const NextYear& next, const std::string& from) {
  const Scenario& base = next.base;
  const std::string year = std::to_string(next.budget.fiscal_year);
  std::string text;
  for (const std::string& doubt : marked_doubts(next.manifest.doubts, Language::zh)) text += "# " + doubt + "\n";
  text += toml_line("schema", "disburse/scenario/1") + toml_line("name", base.name) +
          toml_line("title", next.budget.agency + " " + year + " 年：基准情景") + toml_line("author", base.author) +
          toml_line("reference", "由情景 " + from + " 结转：" + next.budget.title + "；花名册为上年 12 月 31 日") +
          toml_line("budget", base.budget) + toml_line_unless_empty("forms", base.forms) +
          toml_line_unless_empty("roster", base.roster) + toml_line("recipe", base.recipe) +
          toml_line("horizon", to_string(base.horizon)) + "seed = " + std::to_string(base.seed) + "\n";
  for (const Override& change : base.overrides) {
    const bool own = change.origin == base.name;
    text += override_block(change, own ? "随花名册结转：截至上年末的情况" : change.reason);
  }
  for (const Switch& off : base.switched_off)
    text += "\n[[switch]]\n" + toml_line("programme", off.programme) + "on = false\n" + toml_line("reason", off.reason);
  for (const UncertainValue& value : base.uncertain) {
    text += "\n[[uncertain]]\n" + toml_line("path", value.path) + toml_line("low", value.low) +
            toml_line("high", value.high) + toml_line("distribution", value.distribution) +
            toml_line("source", value.source);
  }
  for (const Correlation& one : base.correlations) {
    text += "\n[[correlation]]\n" + toml_line("first", one.first) + toml_line("second", one.second) +
            toml_line("value", fmt::format("{}", one.value)) + toml_line("source", "沿用情景 " + from);
  }
  return text;
}

}  // namespace disburse
