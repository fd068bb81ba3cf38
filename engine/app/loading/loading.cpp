#include "engine/app/loading/loading.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/app/loading/agency_own.hpp"
#include "engine/base/digest.hpp"
#include "engine/base/error.hpp"
#include "engine/budget/project_check.hpp"
#include "engine/comparison/budget_variance.hpp"
#include "engine/storage/roster_file.hpp"
#include "engine/support/files.hpp"
#include "engine/year_end/carried_stock.hpp"
#include "models/newcomers.hpp"
#include "models/outlook.hpp"
#include "models/readers/law_reader.hpp"
#include "scenarios/budgets/budget_reader.hpp"
#include "scenarios/budgets/budget_version_reader.hpp"
#include "scenarios/calendars/pay_calendar_reader.hpp"
#include "scenarios/library/scenario_reader.hpp"
#include "scenarios/library/unknowns_file.hpp"
#include "scenarios/rosters/readers/recipe_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_budget_file = 4u << 20;

/// The programmes with the most budget first.
void sort_by_budget(std::vector<ProgrammeDefinition>& programmes, const Budget& budget) {
  const auto amount = [&](const ProgrammeDefinition& p) { return budget_of_programme(p, budget).value_or(Money{}); };
  std::stable_sort(programmes.begin(), programmes.end(),
                   [&](const auto& a, const auto& b) { return amount(a) > amount(b); });
}

/// The budget as of a later version; what was chosen is of its digest.
void choose_version(LoadedData& data, const InputOptions& options) {
  const auto reject = [](Message problem, Message why, Message remedy) {
    InputErrors errors;
    errors.add({"--budget-version", 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
    throw InputRejected(Door::command_line, std::move(errors));
  };
  if (options.budget_version == data.budget.version) return;
  if (!options.versions)
    reject("no file of versions is named"_m, "the published document is the first version alone"_m,
           "Write --versions FILE"_m);
  const std::vector<BudgetVersion> versions = read_budget_versions(*options.versions, data.budget);
  std::size_t last = versions.size();
  std::vector<std::string> names{data.budget.version};
  for (std::size_t v = 0; v < versions.size(); ++v) {
    names.push_back(versions[v].name);
    if (options.budget_version.empty() || versions[v].name == options.budget_version) last = v;
  }
  if (last == versions.size()) {
    const std::string near = nearest_name(options.budget_version, names);
    reject("\"{}\" is no version of this budget"_m(options.budget_version), "the comparison would have no budget"_m,
           near.empty() ? "Name one of the file"_m : "Did you mean {}?"_m(near));
  }
  data.budget = changed_budget(std::move(data.budget), versions, last);
  data.budget_digest =
      sha256_hex(data.budget_digest + sha256_hex(read_file(*options.versions, largest_budget_file)) + names[last + 1]);
}

/// What the document leaves open, where somebody has written it down; it decides what is drawn, so the law's digest
/// holds it.
void take_unknowns(LoadedData& data, const fs::path& file) {
  if (!fs::exists(file)) return;
  InputErrors errors;
  data.unknowns = read_unknowns(file, errors);
  throw_if_any(Door::data, std::move(errors));
  data.law.digest = sha256_hex(data.law.digest + sha256_hex(read_file(file, largest_budget_file)));
}

/// What a cause or a question moves is not drawn by itself, so that a correlation of it would be left out.
void check_correlated(const LoadedData& data, const Scenario& scenario) {
  const std::set<std::string> moved = moved_paths(still_open(data.unknowns, scenario.overrides));
  InputErrors errors;
  for (const Correlation& one : scenario.correlations) {
    for (const std::string& path : {one.first, one.second}) {
      if (!moved.contains(path)) continue;
      errors.add(one.place, "correlation", "{} moves with others for one reason"_m(path),
                 "a correlation of its own would have no effect"_m,
                 "Set it in the scenario, or leave the correlation out"_m);
    }
  }
  throw_if_any(Door::data, std::move(errors));
}

void take_roster(LoadedData& data, const fs::path& roster, bool stream, Members can) {
  if (!stream && !needs_pieces(roster)) {
    data.roster = read_roster(roster);
  } else if (can == Members::in_pieces) {
    data.file = std::make_shared<RosterFile>(roster);
  } else {
    InputErrors errors;
    errors.add({roster.string(), 0, 0}, "", "it holds {} members"_m(members_in(roster)),
               "this command works on members in memory, {} at most"_m(most_in_memory),
               "Use disburse run, which reads them piece by piece, or a smaller roster"_m);
    throw InputRejected(Door::roster, std::move(errors));
  }
}

/// What a roster that was carried on was made from; the file decides what is drawn, so the law's digest holds it.
void take_stock(LoadedData& data, const InputOptions& options, const Scenario& scenario, const DataPaths& paths) {
  const fs::path file = fs::path(scenario.folder) / scenario.made_from;
  const Scenario before = read_scenario(file.string(), paths.scenarios());
  InputOptions own;
  own.agency = options.agency;
  auto loaded = std::make_shared<const LoadedData>(load_data(own, before));
  data.stock = std::make_shared<CarriedStock>(*data.roster, std::move(loaded), before);
  data.law.digest = sha256_hex(data.law.digest + sha256_hex(read_file(file, largest_budget_file)));
}

/// The members of the roster handed in. One that is read piece by piece is gone through only where the years ask for
/// it.
Headcount heads_of(const LoadedData& data, const Scenario& scenario) {
  std::map<std::pair<Scheme, Role>, std::int64_t> heads;
  if (data.roster) {
    count_members(*data.roster, heads);
  } else if (data.file && scenario.horizon.end() - 1 >= outlook_begins(data.file->head())) {
    for (std::size_t row = 0; row < data.file->size(); row += members_a_piece)
      count_members(data.file->rows(row, std::min(row + members_a_piece, data.file->size())), heads);
  } else {
    return counts_in(data.law.parameters);
  }
  return [heads = std::move(heads)](const char*, Scheme scheme, Role role) {
    const auto found = heads.find({scheme, role});
    return found == heads.end() ? std::int64_t{0} : found->second;
  };
}

/// Errors: InputRejected(Door::data) where the budget has projects that the law cannot project.
void check_budget(const LoadedData& data) {
  KnownProgrammes known;
  for (const ProgrammeDefinition& programme : data.law.programmes) {
    known.ids.push_back(programme.id);
    known.basic = known.basic || programme.shape == Shape::planned_lines;
  }
  InputErrors errors;
  check_projects(data.document, known, errors);
  throw_if_any(Door::data, std::move(errors));
}

}  // namespace

namespace {

/// Its parameters go into `into`.
Recipe recipe_of(const Scenario& scenario, const DataPaths& paths, ParameterTree& into) {
  return read_recipe({paths.roster(scenario.recipe), scenario.recipe, paths.default_roster()}, into);
}

}  // namespace

bool needs_pieces(const fs::path& roster) {
  constexpr std::size_t least_row = 64;  // bytes of a member in a file without compression
  std::error_code unreadable;            // told by the reader
  const std::uintmax_t size = fs::file_size(roster, unreadable);
  return !unreadable && size / least_row > most_in_memory && members_in(roster) > most_in_memory;
}

LoadedData load_data(const InputOptions& options, const Scenario& scenario, Members members) {
  LoadedData data;
  const DataPaths paths = find_data(options.agency);
  data.law = law_of(paths);
  data.recipe = recipe_of(scenario, paths, data.law.parameters);
  InputErrors out_of_bounds;
  data.law.parameters = bounded(data.law.parameters, data.law.bounds, out_of_bounds);
  throw_if_any(Door::data, std::move(out_of_bounds));
  data.law.digest = sha256_hex(data.law.digest + data.recipe.digest);
  const fs::path budget_file =
      scenario.budget.ends_with(".toml") ? fs::path(scenario.folder) / scenario.budget : paths.budget(scenario.budget);
  data.document = read_budget(budget_file);
  data.budget_digest = sha256_hex(read_file(budget_file, largest_budget_file));
  check_budget(data);
  data.budget = budget_of(data.document);
  if (options.versions || !options.budget_version.empty()) choose_version(data, options);
  take_unknowns(data, paths.unknowns());
  check_correlated(data, scenario);
  sort_by_budget(data.law.programmes, data.budget);
  data.mortality = mortality_of(data.law.parameters, data.law.life_tables, scenario.horizon);
  if (options.roster)
    take_roster(data, *options.roster, options.stream, members);
  else if (!scenario.roster.empty())
    take_roster(data, fs::path(scenario.folder) / scenario.roster, options.stream, members);
  if (!options.roster && !scenario.made_from.empty() && data.roster) take_stock(data, options, scenario, paths);
  data.law.parameters = with_newcomers(with_unfilled(data.law.parameters, paths), heads_of(data, scenario));
  return data;
}

Session open_session(const InputOptions& options) {
  const Scenario scenario = scenario_of(options, find_data(options.agency));
  return make_session(load_data(options, scenario), scenario);
}

PublishedLaw open_law(const InputOptions& options) {
  const DataPaths paths = find_data(options.agency);
  return {scenario_of(options, paths), law_of(paths)};
}

Law law_of(const DataPaths& paths) {
  check_left_out(paths);
  return read_law(paths.law(), paths.scope());
}

Recipe read_recipe_of(const Scenario& scenario, const DataPaths& paths, ParameterTree& into) {
  Recipe recipe = recipe_of(scenario, paths, into);
  into = with_newcomers(into, counts_in(into));
  return recipe;
}

PayCalendar pay_calendar_of(const InputOptions& options, const Law& law) {
  return read_pay_calendar(find_data(options.agency).calendar(), law.programmes);
}

std::string default_scenario(const std::string& agency) {
  try {
    return find_data(agency).agency.scenario;
  } catch (const InputRejected&) {  // told by what needs the data
    return {};
  }
}

}  // namespace disburse
