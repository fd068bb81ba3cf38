// The scenario of a command: the file's word, then the environment's and the command line's.
#include <algorithm>

#include "engine/app/loading/loading.hpp"
#include "engine/app/loading/set_options.hpp"
#include "engine/base/error.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scenarios/library/spoken_change.hpp"
#include "scenarios/rosters/readers/recipe_reader.hpp"

namespace disburse {
namespace {

/// "2024-01..2025-12", and as planners write it: "2025年", "2024年1月至6月". An end that is left open ("2025-01..",
/// "..2025-12") is that of `own`, the scenario's months, or the December of the first year where these end before it.
std::optional<Horizon> horizon_of(const std::string& text, const Horizon& own) {
  const std::string plain = plain_text(text);
  if (const auto horizon = Horizon::parse(plain)) return horizon;
  constexpr std::string_view dots = "..";
  const bool open = plain.ends_with(dots), from_own = plain.starts_with(dots);
  const std::string said = open       ? plain.substr(0, plain.size() - dots.size())
                           : from_own ? plain.substr(dots.size())
                                      : plain;
  std::optional<Month> from, until;
  if (open || from_own) {
    constexpr int december = 12;
    const auto month = spoken_month(said);
    if (!month) return std::nullopt;
    from = open ? *month : own.first;
    until = open ? std::max(own.end() - 1, Month(month->year(), december)) : *month;
  } else if (!read_period(said, from, until) || !from || !until) {
    return std::nullopt;
  }
  return Horizon::parse(to_string(*from) + ".." + to_string(*until));
}

/// A scenario that the command line changes is not called as the one of the file.
std::string joined_sets(const std::vector<std::string>& sets) {
  std::string text;
  for (const std::string& set : sets) text += (text.empty() ? "" : "；") + set;
  return text;
}

/// The scenario file's word first, then the environment's and the command line's.
void apply_options(Scenario& scenario, const InputOptions& options) {
  InputErrors errors;
  if (options.seed) {
    scenario.seed = options.seed->value;
    scenario.seed_origin = options.seed->origin;
  }
  if (options.horizon) {
    const auto horizon = horizon_of(options.horizon->value, scenario.horizon);
    if (horizon) {
      scenario.horizon = *horizon;
      scenario.horizon_origin = options.horizon->origin;
    } else if (const auto turned = turned_months(options.horizon->value)) {
      errors.add({options.horizon->origin, 0, 0}, "", "\"{}\" ends before it begins"_m(options.horizon->value),
                 "no month would be projected"_m, "Write {}, or a later end"_m(*turned));
    } else {
      errors.add({options.horizon->origin, 0, 0}, "", "\"{}\" is no range of months"_m(options.horizon->value),
                 "the first and the last month are named"_m, "Write it as 2024-01..2024-12"_m);
    }
  }
  if (options.as_known_on) {
    scenario.as_known_on = spoken_date(*options.as_known_on);
    if (!scenario.as_known_on) {
      errors.add({"--as-known-on", 0, 0}, "", "\"{}\" is no day"_m(*options.as_known_on),
                 "a day is year, month and day and must exist"_m, "Write it as 2023-12-31"_m);
    }
  }
  for (Override& change : read_sets(options.sets, errors)) scenario.overrides.push_back(std::move(change));
  if (!options.sets.empty()) scenario.title += "（" + joined_sets(options.sets) + "）";
  throw_if_any(Door::command_line, std::move(errors));
  scenario.digest = digest_of(scenario);
}

/// Names become paths, and changes of a cohort those of its counts. The law is read for this only where it is needed.
void resolve_names(Scenario& scenario, const InputOptions& options, const DataPaths& paths) {
  if (!names_anything(scenario)) return;
  Law law = law_of(paths);
  const Recipe recipe = read_recipe_of(scenario, paths, law.parameters);
  resolve(scenario,
          {&law.parameters, recipe.cohorts, recipe.as_of, &law.programmes, !options.roster && scenario.roster.empty()});
}

/// "base", 基准, and where none is named: the one that the agency takes.
std::string scenario_name(const std::string& asked, const DataPaths& paths) {
  const bool base = asked == "base" && !std::filesystem::exists(paths.scenarios() / "base.toml");
  const bool own = asked.empty() || asked == "基准" || base;
  return own ? paths.agency.scenario : asked;
}

}  // namespace

Scenario scenario_of(const InputOptions& options, const DataPaths& paths, const std::string& onto) {
  const std::string base = onto.empty() ? "" : scenario_name(onto, paths);
  Scenario scenario = read_scenario(scenario_name(options.scenario, paths), paths.scenarios(), base);
  apply_options(scenario, options);
  resolve_names(scenario, options, paths);
  return scenario;
}

}  // namespace disburse
