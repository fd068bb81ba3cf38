#include "scenarios/library/scenario_reader.hpp"

#include <algorithm>

#include "engine/storage/form_workbook.hpp"
#include "scenarios/library/scenario_file.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

bool is_file_name(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".toml") || name.ends_with(".xlsx");
}

fs::path file_of(const std::string& name, const fs::path& library, InputErrors& errors) {
  if (is_file_name(name)) return name;
  if (name.find('.') != std::string::npos && fs::is_regular_file(name)) return name;  // its bytes say what it is
  fs::path file = library / (name + ".toml");
  if (fs::exists(file)) return file;
  const std::string near = nearest_name(name, list_scenarios(library));
  errors.add({name, 0, 0}, "", "there is no scenario named {}"_m(name), "the library does not hold it"_m,
             near.empty() ? "See: disburse list scenarios"_m : "Did you mean {}?"_m(near));
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
  const std::string folder = fs::path(file.place.file).parent_path().string();
  if (!file.budget.empty()) {
    scenario.budget = file.budget;
    scenario.folder = folder;
  }
  if (!file.roster.empty()) {
    scenario.roster = file.roster;
    scenario.made_from = file.made_from;
    scenario.folder = folder;
  }
  if (!file.follows.empty()) scenario.follows = file.follows;
  if (!file.forms.empty()) scenario.forms = file.forms;
  if (!file.recipe.empty()) scenario.recipe = file.recipe;
  const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
  append(scenario.overrides, file.overrides);
  append(scenario.switched_off, file.switched_off);
  append(scenario.uncertain, file.uncertain);
  append(scenario.correlations, file.correlations);
  append(scenario.sweeps, file.sweeps);
}

/// True when `file` stands in `folder` or below it, links followed.
bool below(const fs::path& file, const fs::path& folder) {
  std::error_code ignored;
  const fs::path inner = fs::weakly_canonical(file, ignored);
  const fs::path outer = fs::weakly_canonical(folder, ignored);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// A base that was carried on, and whom it stands in for: scenarios that extend one of `names` are read on top of it.
struct StandIn {
  fs::path file;
  std::vector<std::string> names;
  bool is_for(const std::string& name) const { return std::find(names.begin(), names.end(), name) != names.end(); }
};

/// Files of this name beside a scenario, or in the folders that stand there, as those that hold a year carried on.
std::vector<fs::path> files_beside(const fs::path& folder, const std::string& name) {
  const fs::path here = folder.empty() ? fs::path(".") : folder;
  const std::string file = name + ".toml";
  std::error_code ignored;
  if (fs::is_regular_file(here / file, ignored)) return {folder / file};
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(here, ignored)) {
    const fs::path inner = folder / entry.path().filename() / file;
    if (fs::is_regular_file(inner, ignored)) found.push_back(inner);
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// A name that the library does not hold, beside `from`; empty where nothing is called so, or after an error.
fs::path named_beside(const ScenarioFile& from, const fs::path& library, InputErrors& errors) {
  if (is_file_name(from.extends) || fs::exists(library / (from.extends + ".toml"))) return {};
  const std::vector<fs::path> found = files_beside(fs::path(from.place.file).parent_path(), from.extends);
  if (found.size() < 2) return found.empty() ? fs::path() : found.front();
  errors.add(from.place, "extends", "{} stands in {} and in {}"_m(from.extends, found[0].string(), found[1].string()),
             "a scenario extends one file"_m, "Write the path of the one that is meant"_m);
  return {};
}

/// What `extends` of the file `from` names: the base that was carried on, a scenario of the library, or a file beside
/// `from` or below its folder, so that a scenario from elsewhere cannot make the program read what it likes. Empty
/// after an error.
fs::path extended_file(const ScenarioFile& from, const fs::path& library, const std::optional<StandIn>& base,
                       InputErrors& errors) {
  if (base && base->is_for(from.extends)) return base->file;
  const std::size_t before = errors.size();
  const fs::path folder = fs::path(from.place.file).parent_path();
  if (const fs::path beside = named_beside(from, library, errors); !beside.empty()) {
    if (below(beside, folder.empty() ? "." : folder)) return beside;
  }
  if (errors.size() != before) return {};
  const fs::path named = file_of(from.extends, library, errors);
  if (named.empty() || named.parent_path() == library) return named;
  const fs::path path = folder / named;
  if (below(path, folder.empty() ? "." : folder) || below(path, library)) return path;
  errors.add(from.place, "extends", "{} lies outside the folder of this scenario"_m(from.extends),
             "a scenario extends one of the library or a file beside it"_m,
             "Copy the file beside this one, and name it"_m);
  return {};
}

/// The chain from `name` to its root, nearest first.
std::vector<ScenarioFile> read_chain(const std::string& name, const fs::path& library,
                                     const std::optional<StandIn>& base, InputErrors& errors) {
  std::vector<ScenarioFile> chain;
  std::vector<fs::path> seen;
  fs::path path = base && base->names.front() == name ? base->file : file_of(name, library, errors);
  while (!path.empty()) {
    std::error_code ignored;
    const fs::path itself = fs::weakly_canonical(path, ignored);
    if (std::find(seen.begin(), seen.end(), itself) != seen.end()) {
      errors.add(chain.back().place, "extends", "{} extends itself by way of {}"_m(path.string(), chain.back().name),
                 "a cycle has no base"_m, "Break the cycle"_m);
      break;
    }
    seen.push_back(itself);
    auto file = is_workbook(path) ? read_parameter_workbook(path, errors) : read_scenario_file(path, errors);
    if (!file) break;
    chain.push_back(std::move(*file));
    if (chain.back().extends.empty()) break;
    path = extended_file(chain.back(), library, base, errors);
  }
  return chain;
}

/// The base on which `name` rests, where it was carried on from a year before.
std::optional<StandIn> carried_base(const std::string& name, const fs::path& library) {
  InputErrors told_when_it_is_read;
  for (const ScenarioFile& file : read_chain(name, library, std::nullopt, told_when_it_is_read)) {
    if (file.follows.empty()) continue;
    StandIn base{file.place.file, {file.name}};
    base.names.insert(base.names.end(), file.follows.begin(), file.follows.end());
    return base;
  }
  return std::nullopt;
}

void require_complete(const Scenario& scenario, const Place& place, InputErrors& errors) {
  const auto missing = [&](const char* key, const char* example) {
    errors.add(place, key, "neither the scenario nor what it extends names it"_m, "a run needs it"_m,
               "Add {} = {}"_m(key, example));
  };
  if (scenario.horizon.count == 0) missing("horizon", "\"2024-01..2024-12\"");
  if (scenario.seed_origin.empty()) missing("seed", "20240101");
  if (scenario.budget.empty()) missing("budget", "\"2024\"");
}

Scenario read_one(const std::string& name, const fs::path& library, const std::optional<StandIn>& base) {
  InputErrors errors;
  std::vector<ScenarioFile> chain = read_chain(name, library, base, errors);
  throw_if_any(Door::data, InputErrors(errors));
  Scenario scenario;
  for (auto file = chain.rbegin(); file != chain.rend(); ++file) apply(scenario, *file);
  for (std::size_t i = 1; i < chain.size(); ++i) scenario.lineage.push_back(chain[i].name);
  if (scenario.recipe.empty()) scenario.recipe = "roster";
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
  if (next.budget != into.budget || next.roster != into.roster || next.recipe != into.recipe ||
      next.horizon != into.horizon || next.seed != into.seed) {
    errors.add({next.name, 0, 0}, "extends",
               "{} has another budget, recipe, horizon or seed than {}"_m(next.name, into.name),
               "stacked scenarios change one and the same base"_m, "Let both extend the same scenario"_m);
  }
  for (const Override& change : next.overrides) {
    bool known = false;
    for (const Override& other : into.overrides) {
      known = known || same_change(change, other);
      if (!same_change(change, other) && overlap(change, other)) {
        errors.add(change.place, change.path,
                   "{} sets it to {} and {} to {}"_m(change.origin, change.value, other.origin, other.value),
                   "stacked scenarios must not contradict each other"_m,
                   "Leave one of them out, or give them other months"_m);
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

Scenario read_scenario(const std::string& name, const fs::path& library, const std::string& onto) {
  std::optional<Scenario> scenario;
  InputErrors errors;
  const std::string& first = onto.empty() ? name : onto;
  const std::optional<StandIn> base = first == name && name.find('+') == std::string::npos
                                          ? std::nullopt
                                          : carried_base(first.substr(0, first.find('+')), library);
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('+', begin), name.size());
    const Scenario next = read_one(name.substr(begin, end - begin), library, base);
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

}  // namespace disburse
