#pragma once
// Everything a command works on: law under a scenario, budget, members, programmes; read once, checked at the door.
#include <memory>
#include <string>
#include <vector>

#include "engine/app/data_paths.hpp"
#include "engine/app/law_terms.hpp"
#include "engine/app/options.hpp"
#include "engine/app/synthesized_parts.hpp"
#include "engine/budget.hpp"
#include "engine/derivatives/smooth_programme.hpp"
#include "engine/mortality.hpp"
#include "engine/projection.hpp"
#include "engine/result.hpp"
#include "engine/roster.hpp"
#include "engine/roster_file.hpp"
#include "models/law_reader.hpp"
#include "scenarios/roster_recipe.hpp"

namespace disburse {

/// Members that are worked on together: few enough for any machine, many enough that cohorts are large.
inline constexpr std::size_t members_a_piece = std::size_t{1} << 18;
/// A roster of more members is read piece by piece.
inline constexpr std::size_t most_in_memory = std::size_t{1} << 20;
/// Errors: as members_in; a file that cannot be opened needs none, its reader tells.
bool needs_pieces(const std::filesystem::path& roster);

struct Session {
  DataPaths paths;
  Scenario scenario;
  Law law;  ///< parameters under the scenario
  BudgetDocument document;
  std::string budget_digest;
  Budget budget;
  Roster roster;                     ///< the members; where they stand in `file`, its head alone
  std::size_t opening = 0;           ///< members at the roster's date
  std::shared_ptr<RosterFile> file;  ///< read piece by piece; null where the members are in memory
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
  std::optional<Roster> roster;                ///< read from a file; absent: synthesized from the recipe
  std::shared_ptr<RosterFile> file;            ///< instead of `roster`: too large for memory
  std::shared_ptr<const Mortality> mortality;  ///< as published, over the scenario's horizon
  std::shared_ptr<SynthesizedParts> synthesized = std::make_shared<SynthesizedParts>();
};

/// The scenario that the options name, with what they say on top.
/// Errors: InputRejected by the door at which each came in.
Scenario scenario_of(const Options& options, const DataPaths& paths);
/// What a command can do with members: hold them all, or take them piece by piece where they are too many.
enum class Members : std::uint8_t { in_memory, in_pieces };
/// Law, recipe, budget and roster of `scenario`.
LoadedData load_data(const Options& options, const Scenario& scenario, Members members = Members::in_memory);
/// The law under the scenario, the members as they go on under it, the programmes.
enum class Digest : std::uint8_t { wanted, left_out };  ///< of synthesized members, for the manifest
Session make_session(const LoadedData& data, const Scenario& scenario, Digest digest = Digest::wanted);

/// The pieces that make_session is made of, for those who keep some of them.
void apply_scenario(ParameterTree& law, const Scenario& scenario);
Roster opening_members(const LoadedData& data, const ParameterTree& law, const Scenario& scenario);
/// The same, ready to be projected; copies no member where none goes on beyond the roster's year.
Population population_of(const Roster& opening, const ParameterTree& law, const Scenario& scenario);
/// As they go on, with those who join later or without.
Roster members_of(Roster opening, const ParameterTree& law, const Scenario& scenario, bool newcomers = true);
std::unique_ptr<Programme> programme_of(const ProgrammeDefinition& definition, const ParameterTree& law,
                                        const Budget& budget, const Scenario& scenario);
std::unique_ptr<SmoothProgramme> programme_of(const ProgrammeDefinition& definition, const SmoothLaw& law,
                                              const Budget& budget, const Scenario& scenario);

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
