#pragma once
// A year carried into the next: the new base, and what it was made from.
#include <optional>
#include <string>
#include <vector>

#include "engine/budget/budget.hpp"
#include "engine/law/scenario.hpp"
#include "engine/members/roster.hpp"
#include "engine/projection/doubted_manifest.hpp"
#include "engine/projection/result.hpp"

namespace disburse {

/// A programme in the year that ended.
struct EndedYear {
  std::string id, name, name_en;
  std::optional<Money> budget;
  Money projected;               ///< the city's line
  std::optional<Money> outturn;  ///< where it was given
};

struct NextYear {
  Scenario base;                 ///< a scenario of its own, which extends none
  BudgetDocument budget;         ///< the draft, adopted
  std::optional<Roster> roster;  ///< carried
  /// The scenario of the year that ended, where its members were made by a recipe: with it they can be made anew.
  std::optional<Scenario> before;
  std::vector<EndedYear> ended;
  std::vector<PopulationFlow> population;  ///< of the year that ended, by scheme: pensioners
  std::vector<Override> remembered;        ///< of the base's changes: those that the programmes remember
  /// Changes of the scenario that spoke of the year that ended alone, or made members whom nobody can make anew.
  std::vector<Override> lapsed;
  DoubtedManifest manifest;  ///< of the year that ended
};

}  // namespace disburse
