#include "scenarios/scenario_reader.hpp"

#include <algorithm>

#include "engine/support/files.hpp"
#include "scenarios/scenario_file.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

fs::path file_of(const std::string& name, const fs::path& library, InputErrors& errors) {
  if (name.find('/') != std::string::npos || name.ends_with(".toml") || name.ends_with(".xlsx")) return name;
  fs::path file = library / (name + ".toml");
  if (fs::exists(file)) return file;
  const std::string near = nearest_name(name, list_scenarios(library));
  errors.add({library.string(), 0, 0}, "", "there is no scenario named " + name, "the library does not hold it",
             near.empty() ? "See: disburse list scenarios" : "Did you mean " + near + "?");
  return {};
}

void apply(Scenario& scenario, const ScenarioFile& file) {
  scenario.name = file.name;
  scenario.title = file.title;
  scenario.author = file.author;
  scenario.reference = file.reference;
  if (file.horizon) {
    scenario.horizon = *file.horizon;
    scenario.horizon_origin = file.name;
  }
  if (file.seed) {
    scenario.seed = static_cast<std::uint64_t>(*file.seed);
    scenario.seed_origin = file.name;
  }
  if (!file.budget.empty()) scenario.budget = file.budget;
  if (!file.forms.empty()) scenario.forms = file.forms;
  if (!file.recipe.empty()) scenario.recipe = file.recipe;
  const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
  append(scenario.overrides, file.overrides);
  append(scenario.switched_off, file.switched_off);
  append(scenario.uncertain, file.uncertain);
  append(scenario.correlations, file.correlations);
  append(scenario.sweeps, file.sweeps);
}

/// The chain from `name` to its root, nearest first.
std::vector<ScenarioFile> read_chain(const std::string& name, const fs::path& library, InputErrors& errors) {
  std::vector<ScenarioFile> chain;
  std::string next = name;
  while (!next.empty()) {
    const bool cycle = std::any_of(chain.begin(), chain.end(), [&](const ScenarioFile& f) { return f.name == next; });
    if (cycle) {
      errors.add(chain.back().place, "extends", next + " extends itself by way of " + chain.back().name,
                 "a cycle has no base", "Break the cycle");
      break;
    }
    const fs::path path = file_of(next, library, errors);
    if (path.empty()) break;
    auto file = path.extension() == ".xlsx" ? read_parameter_workbook(path, errors) : read_scenario_file(path, errors);
    if (!file) break;
    next = file->extends;
    chain.push_back(std::move(*file));
  }
  return chain;
}

void require_complete(const Scenario& scenario, const Place& place, InputErrors& errors) {
  const auto missing = [&](const char* key, const char* example) {
    errors.add(place, key, "neither the scenario nor what it extends names it", "a run needs it",
               std::string("Add ") + key + " = " + example);
  };
  if (scenario.horizon.count == 0) missing("horizon", "\"2024-01..2024-12\"");
  if (scenario.seed_origin.empty()) missing("seed", "20240101");
  if (scenario.budget.empty()) missing("budget", "\"zhongwei-2024\"");
  if (scenario.recipe.empty()) missing("recipe", "\"zhongwei-2024\"");
}

Scenario read_one(const std::string& name, const fs::path& library) {
  InputErrors errors;
  std::vector<ScenarioFile> chain = read_chain(name, library, errors);
  throw_if_any(Door::data, InputErrors(errors));
  Scenario scenario;
  for (auto file = chain.rbegin(); file != chain.rend(); ++file) apply(scenario, *file);
  for (std::size_t i = 1; i < chain.size(); ++i) scenario.lineage.push_back(chain[i].name);
  require_complete(scenario, chain.front().place, errors);
  throw_if_any(Door::data, std::move(errors));
  return scenario;
}

bool same_change(const Override& a, const Override& b) {
  return a.path == b.path && a.value == b.value && a.from == b.from && a.until == b.until;
}

bool overlap(const Override& a, const Override& b) {
  const bool a_first = !a.until || !b.from || *a.until >= *b.from;
  const bool b_first = !b.until || !a.from || *b.until >= *a.from;
  return a.path == b.path && a_first && b_first;
}

/// Lays one scenario on top of others; what two of them set differently is a conflict, not a matter of order.
void stack(Scenario& into, const Scenario& next, InputErrors& errors) {
  if (next.budget != into.budget || next.recipe != into.recipe || next.horizon != into.horizon ||
      next.seed != into.seed) {
    errors.add({next.name, 0, 0}, "extends",
               next.name + " has another budget, recipe, horizon or seed than " + into.name,
               "stacked scenarios change one and the same base", "Let both extend the same scenario");
  }
  for (const Override& change : next.overrides) {
    bool known = false;
    for (const Override& other : into.overrides) {
      known = known || same_change(change, other);
      if (!same_change(change, other) && overlap(change, other)) {
        errors.add(change.place, change.path,
                   change.origin + " sets it to " + change.value + " and " + other.origin + " to " + other.value,
                   "stacked scenarios must not contradict each other",
                   "Leave one of them out, or give them other months");
      }
    }
    if (!known) into.overrides.push_back(change);
  }
  const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
  append(into.switched_off, next.switched_off);
  append(into.uncertain, next.uncertain);
  append(into.correlations, next.correlations);
  append(into.sweeps, next.sweeps);
  into.name += "+" + next.name;
  into.title += "；" + next.title;
  into.reference += "；" + next.reference;
}

}  // namespace

Scenario read_scenario(const std::string& name, const fs::path& library) {
  std::optional<Scenario> scenario;
  InputErrors errors;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('+', begin), name.size());
    const Scenario next = read_one(name.substr(begin, end - begin), library);
    if (scenario) {
      stack(*scenario, next, errors);
    } else {
      scenario = next;
    }
    begin = end + 1;
  }
  throw_if_any(Door::data, std::move(errors));
  scenario->digest = digest_of(*scenario);
  return *scenario;
}

std::vector<std::string> list_scenarios(const fs::path& library) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(library, ignored)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string digest_of(const Scenario& scenario) {
  std::string text = "scenario/1\n" + to_string(scenario.horizon) + "\n" + std::to_string(scenario.seed) + "\n" +
                     scenario.budget + "\n" + scenario.recipe + "\n" +
                     (scenario.as_known_on ? to_string(*scenario.as_known_on) : "") + "\n";
  for (const Override& change : scenario.overrides) {
    text += change.path;
    if (change.from) text += "@" + to_string(*change.from);
    if (change.until) text += ".." + to_string(*change.until);
    text += "=" + change.value + "\n";
  }
  for (const Switch& off : scenario.switched_off) text += "off " + off.programme + "\n";
  for (const UncertainValue& value : scenario.uncertain) {
    text += "uncertain " + value.path + " " + value.low + " " + value.high + " " + value.distribution + "\n";
  }
  for (const Correlation& one : scenario.correlations) {
    text += "correlation " + one.first + " " + one.second + " " + std::to_string(one.value) + "\n";
  }
  return sha256_hex(text);
}

}  // namespace disburse
