#include "engine/app/loading/set_options.hpp"

#include <algorithm>

#include "engine/law/parameter_names.hpp"
#include "engine/session/cohort_change.hpp"
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

constexpr std::string_view cohort_mark = "cohort.";

bool needs_names(const std::string& path) { return !is_path(path) || path.starts_with(cohort_mark); }

/// "cohort." and what is none of the recipe's.
void refuse_unknown_cohort(const ChangeTerms& terms, const std::string& path, const Place& place, InputErrors& errors) {
  std::vector<std::string> paths;
  for (const CohortChange& cohort : terms.cohorts) paths.push_back(cohort.path);
  const std::string near = nearest_name(path, paths);
  errors.add(place, path, "there is no cohort of this name"_m, "the recipe says which counts move together"_m,
             near.empty() ? "See disburse list parameters"_m : "Did you mean {}?"_m(near));
}

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

ChangeTerms terms_of(const LoadedData& data) {
  return {&data.law.parameters, data.recipe.cohorts, data.recipe.as_of, &data.law.programmes,
          !data.roster && !data.file};
}

std::string path_in(const ChangeTerms& terms, const std::string& text, const Place& place, InputErrors& errors) {
  std::vector<NamedPath> known = named_paths(*terms.law);
  for (const CohortChange& cohort : terms.cohorts) known.push_back({cohort.path, cohort.name, cohort.name_en});
  for (NamedPath& one : known) {
    for (const ProgrammeDefinition& programme : *terms.programmes) {
      if (one.path.starts_with(programme.id + ".")) one.of = programme.name;
    }
  }
  const std::string path = path_of(plain_text(text), known, place, errors);
  if (path.starts_with(cohort_mark) && cohort_of(terms.cohorts, path) == nullptr)
    refuse_unknown_cohort(terms, path, place, errors);
  return path;
}

std::string single_path_in(const ChangeTerms& terms, const std::string& text, const Message& what, const Place& place,
                           InputErrors& errors) {
  const std::string path = path_in(terms, text, place, errors);
  const CohortChange* const cohort = cohort_of(terms.cohorts, path);
  if (cohort == nullptr) return path;
  std::vector<Message> counts;
  for (const CohortCounts& scheme : cohort->schemes) {
    for (const std::string& count : scheme.inflow) counts.push_back(Message::verbatim(count));
  }
  errors.add(place, text, "it is several counts that move together"_m, "{} is of one parameter"_m(what),
             "Write it of each count: {}"_m(joined(counts, ", "_m)));
  return "";
}

bool names_anything(const Scenario& scenario) {
  const auto any = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& one) { return needs_names(one.path); });
  };
  const auto of_two = [](const Correlation& one) { return needs_names(one.first) || needs_names(one.second); };
  return any(scenario.overrides) || any(scenario.uncertain) || any(scenario.sweeps) ||
         std::any_of(scenario.correlations.begin(), scenario.correlations.end(), of_two);
}

void resolve(Scenario& scenario, const ChangeTerms& terms) {
  InputErrors in_files;
  InputErrors on_command_line;
  for (Override& change : scenario.overrides)
    change.path = path_in(terms, change.path, change.place, change.origin == "--set" ? on_command_line : in_files);
  for (UncertainValue& value : scenario.uncertain)
    value.path = single_path_in(terms, value.path, "a range"_m, value.place, in_files);
  for (Correlation& one : scenario.correlations) {
    for (std::string* path : {&one.first, &one.second})
      *path = single_path_in(terms, *path, "a correlation"_m, one.place, in_files);
  }
  for (Sweep& sweep : scenario.sweeps) sweep.path = path_in(terms, sweep.path, sweep.place, in_files);
  throw_if_any(Door::data, std::move(in_files));
  throw_if_any(Door::command_line, std::move(on_command_line));
  InputErrors errors;
  const bool typed = std::any_of(scenario.overrides.begin(), scenario.overrides.end(), [](const Override& one) {
    return one.origin == "--set" && one.path.starts_with(cohort_mark);
  });
  expand_cohorts(scenario, *terms.law, terms.cohorts, terms.as_of, terms.counted, errors);
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
