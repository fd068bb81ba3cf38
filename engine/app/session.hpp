#pragma once
// Everything a command works on: law under a scenario, budget, members, programmes; read once, checked at the door.
#include <memory>
#include <string>
#include <vector>

#include "engine/app/data_paths.hpp"
#include "engine/app/options.hpp"
#include "engine/budget.hpp"
#include "engine/mortality.hpp"
#include "engine/projection.hpp"
#include "engine/result.hpp"
#include "engine/roster.hpp"
#include "models/law_reader.hpp"
#include "scenarios/roster_recipe.hpp"

namespace disburse {

struct Session {
  DataPaths paths;
  Scenario scenario;
  Law law;  ///< parameters under the scenario
  BudgetDocument document;
  std::string budget_digest;
  Budget budget;
  Roster roster;
  std::unique_ptr<Mortality> mortality;
  ProgrammeSet programmes;  ///< by falling budget
};

/// What was read from files, before any scenario is applied to it.
struct LoadedData {
  DataPaths paths;
  Law law;  ///< as published, with the recipe's parameters
  Recipe recipe;
  BudgetDocument document;
  std::string budget_digest;
  Budget budget;
  std::optional<Roster> roster;  ///< read from a file; absent: synthesized from the recipe
};

/// The scenario that the options name, with what they say on top.
/// Errors: InputRejected by the door at which each came in.
Scenario scenario_of(const Options& options, const DataPaths& paths);
/// Law, recipe, budget and roster of `scenario`.
LoadedData load_data(const Options& options, const Scenario& scenario);
/// The law under the scenario, the members as they go on under it, the programmes.
Session make_session(const LoadedData& data, const Scenario& scenario);

/// The pieces that make_session is made of, for those who keep some of them.
void apply_scenario(ParameterTree& law, const Scenario& scenario);
std::unique_ptr<Mortality> mortality_of(const ParameterTree& parameters, const std::map<std::string, LifeTable>& tables,
                                        Horizon horizon);
Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario);
/// The same, ready to be projected; copies no member where none goes on beyond the roster's year.
Population population_of(const Roster& opening, const ParameterTree& law, const Scenario& scenario);
Roster members_of(Roster opening, const ParameterTree& law, const Scenario& scenario);  ///< with those who join later
std::unique_ptr<Programme> programme_of(const ProgrammeDefinition& definition, const ParameterTree& law,
                                        const Budget& budget, const Scenario& scenario);
Irregularities irregularities(const ParameterTree& law, Month month);

/// Reads scenario, law, budget and roster and joins them.
/// Errors: InputRejected by the door at which each came in.
Session open_session(const Options& options);

/// The scenario with what the command line says, and the law under it; no roster, no budget.
Session open_law(const Options& options);

/// What decided the result: versions, seed, digests.
Manifest manifest_of(const Session& session);
/// What the pieces of a journal belong to. How many replicates are wanted is not of it: a longer run takes the pieces
/// of a shorter one.
std::string journal_identity(const Manifest& manifest, const std::string& scenario);

/// The main job: projects, compares, checks the control sheet.
RunResult run(const Session& session, int threads);

}  // namespace disburse
