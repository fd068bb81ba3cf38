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

/// Reads scenario, law, budget and roster and joins them.
/// Errors: InputRejected by the door at which each came in.
Session open_session(const Options& options);

/// The scenario with what the command line says, and the law under it; no roster, no budget.
Session open_law(const Options& options);

/// Forgets what was not yet known and applies the scenario's overrides to the law.
void apply_scenario(Session& session);

/// What decided the result: versions, seed, digests.
Manifest manifest_of(const Session& session);

/// The main job: projects, compares, checks the control sheet.
RunResult run(const Session& session, int threads);

}  // namespace disburse
