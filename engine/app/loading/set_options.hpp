#pragma once
// Changes as --set says them: texts, names and cohorts become changes of parameters.
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"
#include "engine/law/scenario.hpp"
#include "engine/session/session.hpp"
#include "scenarios/rosters/cohort.hpp"

namespace disburse {

/// "PATH=VALUE", "PATH@2025-01=VALUE" from a month on, "PATH@2025-01..2025-06=VALUE" between two; all of it as planners
/// write it (scenarios/library/spoken_change.hpp), a name instead of the path too. What is none of these, and the same
/// path for the same months twice, go to `errors`.
std::vector<Override> read_sets(const std::vector<std::string>& sets, InputErrors& errors);

/// What names are looked up in.
struct ChangeTerms {
  const ParameterTree* law = nullptr;  ///< with the recipe's counts, before the scenario
  std::vector<CohortChange> cohorts;   ///< of the recipe
  Month as_of;                         ///< the roster's month
  const std::vector<ProgrammeDefinition>* programmes = nullptr;
  bool counted = true;  ///< the recipe makes the members; false: they come from a roster
};

ChangeTerms terms_of(const LoadedData& data);

/// The path of the parameter or cohort that `text` means, in any spelling; empty, with an error, where it means none or
/// several.
std::string path_in(const ChangeTerms& terms, const std::string& text, const Place& place, InputErrors& errors);
/// The same where one parameter is wanted and a cohort, which is several, is refused: `what` needs one of its own.
std::string single_path_in(const ChangeTerms& terms, const std::string& text, const Message& what, const Place& place,
                           InputErrors& errors);

/// Whether anything in the scenario is said by name, or of a cohort.
bool names_anything(const Scenario& scenario);

/// Names become paths, and changes of a cohort those of its counts.
/// Errors: InputRejected by the door at which each came in.
void resolve(Scenario& scenario, const ChangeTerms& terms);

/// The changes that `sets` make on top of `base`, which is resolved. Errors: InputRejected(Door::command_line).
std::vector<Override> changes_of(const std::vector<std::string>& sets, const Scenario& base, const ChangeTerms& terms);

}  // namespace disburse
