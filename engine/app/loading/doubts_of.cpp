#include "engine/app/loading/doubts_of.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/app/loading/agency_own.hpp"
#include "engine/comparison/plausible_size.hpp"
#include "engine/law/parameter_extension.hpp"
#include "engine/law/plausibility.hpp"
#include "engine/law/relative_change.hpp"
#include "engine/session/cohort_change.hpp"
#include "engine/session/scenario_law.hpp"
#include "engine/studies/publishable.hpp"
#include "models/newcomers.hpp"
#include "models/outlook.hpp"

namespace disburse {

namespace {

/// What only makes members, set where they come from a roster that nobody can make anew: it moves nothing.
std::vector<Finding> unmoved_counts(const LoadedData& data, const Scenario& scenario) {
  if ((!data.roster && !data.file) || data.stock) return {};
  std::vector<Message> names;
  for (const Override& change : scenario.overrides) {
    const Parameter* parameter = makes_members(change.path) ? data.law.parameters.find(change.path) : nullptr;
    if (parameter != nullptr) names.push_back(Message::named(parameter->name, parameter->name_en));
  }
  if (names.empty()) return {};
  return {{"implausible_counts", Severity::warning, joined(names, ", "_m),
           "these only make members, and here the members come from a roster: the change moves nothing"_m}};
}

std::vector<Finding> doubts_of_settings(const LoadedData& data, const Scenario& scenario) {
  if (scenario.overrides.empty() && scenario.uncertain.empty()) return {};
  ParameterTree under = data.law.parameters;
  apply_scenario(under, scenario);
  ParameterTree without = data.law.parameters;
  extend_parameters(without, Month((scenario.horizon.end() - 1).year(), 12));
  std::vector<Finding> doubts = doubts_about(data.law.bounds, without, under);
  for (Finding& doubt : doubts_about_needs(data.law.bounds, under, scenario.overrides, scenario.horizon))
    doubts.push_back(std::move(doubt));
  const bool counted = !data.roster && !data.file;
  for (Finding& doubt : doubts_about_cohorts(under, scenario, data.recipe.cohorts, members_head(data), counted))
    doubts.push_back(std::move(doubt));
  for (Finding& doubt : unmoved_counts(data, scenario)) doubts.push_back(std::move(doubt));
  if (!counted) return doubts;  // a roster has its members, whatever the counts
  for (Finding& doubt : doubts_about_partners(data.law.parameters, under, data.recipe.cohorts, data.recipe.as_of))
    doubts.push_back(std::move(doubt));
  return doubts;
}

/// Whether a change holds in some month of the horizon; a relative one where each of its values does.
bool holds_within(const Override& change, const ParameterTree& law, const Horizon& horizon) {
  InputErrors errors;
  const std::vector<Override> pieces = with_own_values(law, change, Month((horizon.end() - 1).year(), 12), errors);
  return std::any_of(pieces.begin(), pieces.end(), [&](const Override& one) {
    return (!one.from || *one.from < horizon.end()) && (!one.until || *one.until >= horizon.first);
  });
}

/// What was set by hand, or by a scenario none of whose changes holds in the run's months: it moves nothing, and says
/// nothing of it.
std::vector<Finding> doubts_of_months(const LoadedData& data, const Scenario& scenario) {
  std::map<std::string, std::vector<const Override*>> outside;
  std::set<std::string> within;
  for (const Override& change : scenario.overrides) {
    const bool holds = holds_within(change, data.law.parameters, scenario.horizon);
    if (holds && change.origin != "--set") within.insert(change.origin);
    if (!holds) outside[change.origin].push_back(&change);
  }
  std::vector<Finding> doubts;
  for (const auto& [origin, changes] : outside) {
    if (within.contains(origin)) continue;
    for (const Override* change : changes) {
      const Parameter* parameter = data.law.parameters.find(change->path);
      if (parameter == nullptr) continue;
      doubts.push_back(
          {"implausible_months", Severity::warning, Message::named(parameter->name, parameter->name_en),
           "{} holds in no month of {}, so it moves nothing here"_m(change->value, to_string(scenario.horizon))});
    }
  }
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

/// What the agency has to state and nobody has: the result counts nothing for it.
std::vector<Finding> unfilled_of(const LoadedData& data, const Scenario& scenario) {
  std::string list;
  std::size_t open = 0;
  for (const auto& [path, parameter] : data.law.parameters.all()) {
    if (parameter.origin != unfilled) continue;
    if (data.roster && path.starts_with("counts.")) continue;  // a roster has its members, whatever the counts
    const bool set = std::any_of(scenario.overrides.begin(), scenario.overrides.end(),
                                 [&name = path](const Override& one) { return one.path == name; });
    if (set) continue;
    list += (list.empty() ? "" : ", ") + path;
    ++open;
  }
  if (open == 0) return {};
  return {{"implausible_unfilled", Severity::warning, "agency.toml"_m,
           "{} values that its programmes read are filled in by nobody and count as nothing: {}"_m(open, list)}};
}

/// Months of a budget's year alone, beside the budget of all of it.
std::vector<Finding> part_of_a_year(const LoadedData& data, const Horizon& horizon) {
  constexpr int months = 12;
  const Month january(data.budget.fiscal_year, 1), last = horizon.end() - 1;
  const Month first = std::max(horizon.first, january), end = std::min(last, january + (months - 1));
  const int count = end - first + 1;
  if (count <= 0 || count == months) return {};
  return {{"implausible_part_year", Severity::warning, Message::verbatim(to_string(horizon)),
           "only {} of the twelve months of {} are projected, and the budget is that of the whole year: its difference "
           "and share are no measure of spending"_m(count, data.budget.fiscal_year)}};
}

/// Members that a recipe made, carried for more than one year: nobody makes them anew.
std::vector<Finding> fixed_stock(const LoadedData& data) {
  if (!data.roster || data.stock || !data.roster->is_carried() || !data.roster->source.starts_with("recipe "))
    return {};
  return {
      {"implausible_stock", Severity::warning, "roster"_m,
       "its members were assumed and carried on, and what is assumed of their numbers and pensions no longer varies "
       "here: bands and chances of overspending say less than is unknown; a run over all years says more"_m}};
}

}  // namespace

std::vector<Finding> doubts_of(const LoadedData& data, const Scenario& scenario) {
  std::vector<Finding> doubts = unfilled_of(data, scenario);
  for (Finding& note : withheld_notes(data.law.programmes)) doubts.push_back(std::move(note));
  for (Finding& note : fixed_stock(data)) doubts.push_back(std::move(note));
  for (Finding& note : part_of_a_year(data, scenario.horizon)) doubts.push_back(std::move(note));
  for (Finding& note : newcomers_of(data, scenario)) doubts.push_back(std::move(note));
  for (Finding& doubt : doubts_of_months(data, scenario)) doubts.push_back(std::move(doubt));
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
