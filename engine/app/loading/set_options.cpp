#include "engine/app/loading/set_options.hpp"

#include <algorithm>

#include "engine/session/cohort_change.hpp"
#include "scenarios/library/parameter_names.hpp"
#include "scenarios/library/spoken_change.hpp"

namespace disburse {
namespace {

Override parse_set(const std::string& written, InputErrors& errors) {
  const std::string text = plain_text(written);
  const auto equals = text.find('=');
  const Place place{"--set", 0, 0};
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    errors.add(place, text, "is no assignment"_m, "a path and a value are wanted"_m,
               "Write --set unity_award.ordinary_per_payment=660yuan"_m);
    return {};
  }
  Override change{text.substr(0, equals), text.substr(equals + 1), "--set", "--set", place};
  const auto at = change.path.find('@');
  if (at == std::string::npos) {
    understand(change, errors);
    return change;
  }
  const std::string dates = change.path.substr(at + 1);
  change.path.resize(at);
  const bool understood = read_period(dates, change.from, change.until);
  if (understood) understand(change, errors);
  if (!understood) {
    errors.add(place, text, "\"{}\" is no month and no range of months"_m(dates), "a dated change begins in a month"_m,
               "Write --set {}@2025-01={}, or @2025-01..2025-06"_m(change.path, change.value));
  }
  return change;
}

/// The same path for the same months twice: the second would win in silence.
void refuse_second(const Override& change, const std::vector<Override>& before, InputErrors& errors) {
  if (change.path.empty()) return;
  for (const Override& other : before) {
    if (other.path != change.path || other.from != change.from || other.until != change.until) continue;
    errors.add({"--set", 0, 0}, change.path, "is set twice, to {} and to {}"_m(other.value, change.value),
               "one would override the other in silence"_m, "Leave one of the two out"_m);
  }
}

bool needs_names(const std::string& path) { return !is_path(path) || path.starts_with("cohort."); }

}  // namespace

std::vector<Override> read_sets(const std::vector<std::string>& sets, InputErrors& errors) {
  std::vector<Override> changes;
  for (const std::string& text : sets) {
    Override change = parse_set(text, errors);
    refuse_second(change, changes, errors);
    changes.push_back(std::move(change));
  }
  return changes;
}

bool names_anything(const Scenario& scenario) {
  const auto any = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& one) { return needs_names(one.path); });
  };
  return any(scenario.overrides) || any(scenario.uncertain) || any(scenario.sweeps);
}

void resolve(Scenario& scenario, const ChangeTerms& terms) {
  std::vector<NamedPath> known = named_paths(*terms.law);
  for (const CohortChange& cohort : terms.cohorts) known.push_back({cohort.path, cohort.name, cohort.name_en});
  InputErrors in_files;
  InputErrors on_command_line;
  for (Override& change : scenario.overrides)
    change.path = path_of(change.path, known, change.place, change.origin == "--set" ? on_command_line : in_files);
  for (UncertainValue& value : scenario.uncertain) value.path = path_of(value.path, known, value.place, in_files);
  for (Sweep& sweep : scenario.sweeps) sweep.path = path_of(sweep.path, known, sweep.place, in_files);
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
  InputErrors errors;
  const bool typed = std::any_of(scenario.overrides.begin(), scenario.overrides.end(), [](const Override& one) {
    return one.origin == "--set" && one.path.starts_with("cohort.");
  });
  expand_cohorts(scenario, *terms.law, terms.cohorts, terms.as_of, errors);
  throw_if_any(typed ? Door::command_line : Door::data, std::move(errors));
  scenario.digest = digest_of(scenario);
}

std::vector<Override> changes_of(const std::vector<std::string>& sets, const Scenario& base, const ChangeTerms& terms) {
  InputErrors errors;
  Scenario changed = base;
  for (Override& change : read_sets(sets, errors)) changed.overrides.push_back(std::move(change));
  throw_if_any(Door::command_line, std::move(errors));
  if (names_anything(changed)) resolve(changed, terms);
  return {changed.overrides.begin() + static_cast<std::ptrdiff_t>(base.overrides.size()), changed.overrides.end()};
}

}  // namespace disburse
