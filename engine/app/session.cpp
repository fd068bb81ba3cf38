#include "engine/app/session.hpp"

#include <map>

#include <algorithm>

#include "build_info.hpp"
#include "engine/app/member_pieces.hpp"
#include "engine/budget_check.hpp"
#include "engine/compare.hpp"
#include "engine/control.hpp"
#include "engine/documents.hpp"
#include "engine/population.hpp"
#include "engine/roster_file.hpp"
#include "engine/support/files.hpp"
#include "engine/years.hpp"
#include "models/outlook.hpp"
#include "models/programme_factory.hpp"
#include "models/shapes/shapes.hpp"
#include "scenarios/budget_reader.hpp"
#include "scenarios/budget_version_reader.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_budget_file = 4u << 20;

void check_switches(const Scenario& scenario, const Law& law) {
  InputErrors errors;
  std::vector<std::string> known;
  for (const ProgrammeDefinition& programme : law.programmes) known.push_back(programme.id);
  for (const Switch& off : scenario.switched_off) {
    if (std::find(known.begin(), known.end(), off.programme) != known.end()) continue;
    const std::string near = nearest_name(off.programme, known);
    errors.add(off.place, "programme", "there is no programme " + off.programme, "a switch of nothing changes nothing",
               near.empty() ? "See disburse list programmes" : "Did you mean " + near + "?");
  }
  throw_if_any(Door::data, std::move(errors));
}

void check_horizon(const Roster& roster, const Scenario& scenario) {
  constexpr int last_year = 2060;  // the assumptions of the outlook say nothing about a further future
  const Horizon& horizon = scenario.horizon;
  const bool follows = roster.as_of + 1 == horizon.first;
  if (follows && (horizon.end() - 1).year() <= last_year) return;
  InputErrors errors;
  errors.add(
      {scenario.horizon_origin, 0, 0}, "horizon",
      to_string(horizon) + (follows ? " goes beyond " + std::to_string(last_year)
                                    : " does not begin in the month after the roster, " + to_string(roster.as_of + 1)),
      follows ? "the assumptions about growth and new members are not meant for so long"
              : "members are known as they stood at the end of " + to_string(roster.as_of),
      "Choose months from " + to_string(roster.as_of + 1) + " on, as " + to_string(roster.as_of + 1) + "..2030-12");
  throw InputRejected(scenario.horizon_origin.starts_with('-') || scenario.horizon_origin.starts_with("DISBURSE_")
                          ? Door::command_line
                          : Door::data,
                      std::move(errors));
}

bool is_off(const Scenario& scenario, const std::string& programme) {
  return std::any_of(scenario.switched_off.begin(), scenario.switched_off.end(),
                     [&](const Switch& off) { return off.programme == programme; });
}

/// The programmes with the most budget first.
void sort_by_budget(std::vector<ProgrammeDefinition>& programmes, const Budget& budget) {
  const auto amount = [&](const ProgrammeDefinition& p) { return budget_of_programme(p, budget).value_or(Money{}); };
  std::stable_sort(programmes.begin(), programmes.end(),
                   [&](const auto& a, const auto& b) { return amount(a) > amount(b); });
}

/// The budget as of a later version; what was chosen is of its digest.
void choose_version(LoadedData& data, const Options& options) {
  const auto reject = [](std::string problem, std::string why, std::string remedy) {
    InputErrors errors;
    errors.add({"--budget-version", 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
    throw InputRejected(Door::command_line, std::move(errors));
  };
  if (options.budget_version == data.budget.version) return;
  if (!options.versions)
    reject("no file of versions is named", "the published document is the first version alone",
           "Write --versions FILE");
  const std::vector<BudgetVersion> versions = read_budget_versions(*options.versions, data.budget);
  std::size_t last = versions.size();
  std::vector<std::string> names{data.budget.version};
  for (std::size_t v = 0; v < versions.size(); ++v) {
    names.push_back(versions[v].name);
    if (options.budget_version.empty() || versions[v].name == options.budget_version) last = v;
  }
  if (last == versions.size()) {
    const std::string near = nearest_name(options.budget_version, names);
    reject("\"" + options.budget_version + "\" is no version of this budget", "the comparison would have no budget",
           near.empty() ? "Name one of the file" : "Did you mean " + near + "?");
  }
  data.budget = changed_budget(std::move(data.budget), versions, last);
  data.budget_digest =
      sha256_hex(data.budget_digest + sha256_hex(read_file(*options.versions, largest_budget_file)) + names[last + 1]);
}

}  // namespace

namespace {

void take_roster(LoadedData& data, const Options& options, Members can) {
  if (!options.stream && !needs_pieces(*options.roster)) {
    data.roster = read_roster(*options.roster);
  } else if (can == Members::in_pieces) {
    data.file = std::make_shared<RosterFile>(*options.roster);
  } else {
    InputErrors errors;
    errors.add({*options.roster, 0, 0}, "", "it holds " + std::to_string(members_in(*options.roster)) + " members",
               "this command works on members in memory, " + std::to_string(most_in_memory) + " at most",
               "Use disburse run, which reads them piece by piece, or a smaller roster");
    throw InputRejected(Door::roster, std::move(errors));
  }
}

}  // namespace

bool needs_pieces(const fs::path& roster) {
  constexpr std::size_t least_row = 64;  // bytes of a member in a file without compression
  std::error_code unreadable;            // told by the reader
  const std::uintmax_t size = fs::file_size(roster, unreadable);
  return !unreadable && size / least_row > most_in_memory && members_in(roster) > most_in_memory;
}

LoadedData load_data(const Options& options, const Scenario& scenario, Members members) {
  LoadedData data;
  data.paths = find_data();
  data.law = read_law(data.paths.models());
  data.recipe = read_recipe(data.paths.rosters() / (scenario.recipe + ".toml"), data.law.parameters);
  data.law.digest = sha256_hex(data.law.digest + data.recipe.digest);
  const fs::path budget_file = data.paths.budgets() / (scenario.budget + ".toml");
  data.document = read_budget(budget_file);
  data.budget_digest = sha256_hex(read_file(budget_file, largest_budget_file));
  data.budget = budget_of(data.document);
  if (options.versions || !options.budget_version.empty()) choose_version(data, options);
  sort_by_budget(data.law.programmes, data.budget);
  data.mortality = mortality_of(data.law.parameters, data.law.life_tables, scenario.horizon);
  if (options.roster) take_roster(data, options, members);
  return data;
}

Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario) {
  if (data.roster) return *data.roster;
  // Who the members are does not depend on a what-if about their mortality: the recipe sees the law as published.
  return data.synthesized->roster(data.recipe, law, *data.mortality, scenario.seed);
}

Population population_of(const Roster& opening, const ParameterTree& law, const Scenario& scenario) {
  if (scenario.horizon.end() - 1 < outlook_begins(opening)) {
    check_horizon(opening, scenario);
    return {opening, scenario.horizon};
  }
  return {members_of(opening, law, scenario), scenario.horizon};
}

Roster members_of(Roster opening, const ParameterTree& law, const Scenario& scenario, bool newcomers) {
  check_horizon(opening, scenario);
  return with_outlook(std::move(opening), law, scenario.horizon.end() - 1, scenario.seed, newcomers);
}

namespace {

template <class N>
std::unique_ptr<ProgrammeBase<N>> programme_under(const ContextOf<N>& context, const Scenario& scenario) {
  if (is_off(scenario, context.definition.id)) return make_switched_off(context);
  return std::move(make_programmes({context.definition}, context.law, context.budget, context.horizon).front());
}

}  // namespace

std::unique_ptr<Programme> programme_of(const ProgrammeDefinition& definition, const ParameterTree& law,
                                        const Budget& budget, const Scenario& scenario) {
  return programme_under<Exact>({definition, law, budget, scenario.horizon}, scenario);
}

std::unique_ptr<SmoothProgramme> programme_of(const ProgrammeDefinition& definition, const SmoothLaw& law,
                                              const Budget& budget, const Scenario& scenario) {
  return programme_under<Smooth>({definition, law, budget, scenario.horizon}, scenario);
}

namespace {

void take_members(Session& session, const LoadedData& data, Digest digest) {
  if (data.file) {
    session.file = data.file;
    session.roster = data.file->head();
    session.opening = data.file->size();
    check_horizon(session.roster, session.scenario);
    return;
  }
  Roster opening = opening_members(data, session.law.parameters, session.scenario);
  if (digest == Digest::wanted && opening.digest.empty()) opening.digest = digest_of(opening);
  session.opening = opening.size();
  session.roster = members_of(std::move(opening), session.law.parameters, session.scenario);
}

}  // namespace

Session make_session(const LoadedData& data, const Scenario& scenario, Digest digest) {
  Session session;
  session.paths = data.paths;
  session.scenario = scenario;
  session.law = data.law;
  session.document = data.document;
  session.budget_digest = data.budget_digest;
  session.budget = data.budget;
  apply_scenario(session.law.parameters, scenario);
  session.mortality = mortality_of(session.law.parameters, session.law.life_tables, scenario.horizon);
  take_members(session, data, digest);
  check_switches(scenario, session.law);
  for (const ProgrammeDefinition& definition : session.law.programmes) {
    session.programmes.push_back(programme_of(definition, session.law.parameters, session.budget, scenario));
  }
  return session;
}

Session open_session(const Options& options) {
  const Scenario scenario = scenario_of(options, find_data());
  return make_session(load_data(options, scenario), scenario);
}

Manifest manifest_of(const Session& session) {
  return {build::version,
          build::commit,
          session.scenario.seed,
          0,
          "expected",
          session.scenario.horizon,
          session.scenario.digest,
          session.law.digest,
          session.budget_digest,
          session.roster.digest};
}

namespace {

using AgeGroups = std::map<std::pair<Scheme, int>, AgeBand>;

void add_ages(AgeGroups& groups, const Roster& roster) {
  constexpr int width = 5;
  constexpr int months_a_year = 12;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    const Member member = roster.member(i);
    if (member.role != Role::pensioner || member.retired > roster.as_of) continue;
    const int from = (roster.as_of - member.birth) / months_a_year / width * width;
    AgeBand& group = groups.try_emplace({member.scheme, from}, AgeBand{member.scheme, from, 0.0, 0.0}).first->second;
    (member.sex == Sex::male ? group.men : group.women) += 1.0;
  }
}

std::vector<AgeBand> age_bands(const AgeGroups& groups) {
  std::vector<AgeBand> list;
  for (const auto& [key, group] : groups) list.push_back(group);
  return list;
}

}  // namespace

RunResult run(const Session& session, int threads) {
  const Horizon horizon = session.scenario.horizon;
  const Irregularities irregular = irregularities(session.law.parameters, horizon.first);
  Projector projector(session.programmes, horizon, irregular);
  AgeGroups ages;
  each_piece(session, [&](const Roster& members) {
    add_ages(ages, members);
    projector.add(Population(members, horizon), *session.mortality, threads);
  });
  Projection projection = projector.close();
  RunResult result;
  result.scenario = session.scenario;
  result.manifest = manifest_of(session);
  result.ledger = std::move(projection.ledger);
  result.components = std::move(projection.components);
  result.population = std::move(projection.population);
  result.contributors = std::move(projection.contributors);
  result.ages = age_bands(ages);
  result.findings = check(session.document);
  for (const auto& [path, parameter] : session.law.parameters.all()) result.parameters.push_back(parameter);
  compare(result, session.programmes, session.budget, session.law.parameters);
  result.years = years_of(result, session.programmes, session.budget);
  if (result.years.size() > 1) result.carried = carried_values(result, session.programmes, session.law.parameters);
  result.documents = spend_by_document(result, session.programmes, session.law.parameters);
  check_control(result, session.budget);
  return result;
}

std::string journal_identity(const Manifest& manifest, const std::string& scenario) {
  return "program " + manifest.version + " " + manifest.commit + "\nscenario " + scenario + " " +
         manifest.scenario_digest + "\nlaw " + manifest.law_digest + "\nbudget " + manifest.budget_digest +
         "\nroster " + manifest.roster_digest + "\nhorizon " + to_string(manifest.horizon.first) + " " +
         std::to_string(manifest.horizon.count) + "\nseed " + std::to_string(manifest.seed);
}

}  // namespace disburse
