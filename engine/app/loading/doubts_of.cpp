#include "engine/app/loading/doubts_of.hpp"

#include <algorithm>

#include "engine/comparison/plausible_size.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/law/plausibility.hpp"
#include "engine/session/cohort_change.hpp"
#include "engine/session/scenario_law.hpp"
#include "engine/studies/publishable.hpp"
#include "models/newcomers.hpp"
#include "models/outlook.hpp"

namespace disburse {

namespace {

std::vector<Finding> doubts_of_settings(const LoadedData& data, const Scenario& scenario) {
  if (scenario.overrides.empty() && scenario.uncertain.empty()) return {};
  ParameterTree under = data.law.parameters;
  apply_scenario(under, scenario);
  ParameterTree without = data.law.parameters;
  extend_parameters(without, Month((scenario.horizon.end() - 1).year(), 12));
  std::vector<Finding> doubts = doubts_about(data.law.bounds, without, under);
  if (data.roster || data.file) return doubts;  // a roster has its members, whatever the counts
  for (Finding& doubt : doubts_about_partners(data.law.parameters, under, data.recipe.cohorts, data.recipe.as_of))
    doubts.push_back(std::move(doubt));
  return doubts;
}

/// Newcomers that nobody stated, where the years ask for them.
std::vector<Finding> newcomers_of(const LoadedData& data, const Scenario& scenario) {
  std::vector<Finding> notes;
  Roster head;
  head.as_of = members_as_of(data);
  if (data.roster) head = data.roster->head();
  if (data.file) head = data.file->head();
  if (scenario.horizon.end() - 1 < outlook_begins(head)) return notes;
  const Month first = outlook_begins(head);
  for (const auto& [path, parameter] : data.law.parameters.all()) {
    const DatedValue* value = parameter.origin == by_headcount ? value_in_force(parameter, first) : nullptr;
    if (value == nullptr || value->value == Value(std::int64_t{0})) continue;
    const bool changed = std::any_of(scenario.overrides.begin(), scenario.overrides.end(),
                                     [&name = parameter.path](const Override& one) { return one.path == name; });
    if (changed) continue;
    notes.push_back({"newcomers_by_headcount", Severity::warning, Message::verbatim(path),
                     "{} persons a year, assumed from the agency's own headcounts, for it states no number: {}"_m(
                         value_text(value->value), value->reference)});
  }
  return notes;
}

}  // namespace

std::vector<Finding> doubts_of(const LoadedData& data, const Scenario& scenario) {
  std::vector<Finding> doubts = withheld_notes(data.law.programmes);
  for (Finding& note : newcomers_of(data, scenario)) doubts.push_back(std::move(note));
  for (Finding& doubt : doubts_of_settings(data, scenario)) doubts.push_back(std::move(doubt));
  return doubts;
}

DoubtedManifest doubted(Manifest manifest, const LoadedData& data, const Scenario& scenario) {
  return {std::move(manifest), doubts_of(data, scenario)};
}

void add_doubts(RunResult& run, const LoadedData& data) {
  std::vector<Finding> doubts = doubts_of(data, run.scenario);
  for (Finding& doubt : doubts_about_size(run)) doubts.push_back(std::move(doubt));
  run.findings.insert(run.findings.begin(), doubts.begin(), doubts.end());
}

}  // namespace disburse
