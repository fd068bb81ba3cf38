#pragma once
// A scenario (情景): which budget, which members, which months, and what differs from the law.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/law/assumption_draw.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// A programme that a scenario leaves out: it pays nothing.
struct Switch {
  std::string programme;
  std::string reason, origin;
  Place place;
};

/// How uncertain a scenario takes a parameter to be, instead of what the law's file says.
struct UncertainValue {
  std::string path, low, high, distribution, source, origin;
  Place place;
};

/// Values that one parameter is to run through.
struct Sweep {
  std::string path;
  std::vector<std::string> values;
  std::string origin;
  Place place;
};

struct Scenario {
  std::string name;
  std::string title;
  std::string author;
  std::string reference;
  std::vector<std::string> lineage;  ///< the scenarios it extends, nearest first
  /// The bases of the years before from which it was carried on, nearest first; not of the digest.
  std::vector<std::string> follows;
  /// Of a roster that was carried on from members that a recipe made: the scenario of that year, a file below `folder`.
  /// With it what was assumed of the members can still be varied. Empty: nobody can make the roster anew.
  std::string made_from;
  Horizon horizon;
  std::string horizon_origin;  ///< the scenario's name, "--horizon" or the variable's name
  std::uint64_t seed = 0;
  std::string seed_origin;
  std::string budget;  ///< file stem below scenarios/budgets, or a .toml file below `folder`
  std::string roster;  ///< a .h5 file below `folder`; empty: members by the recipe
  std::string folder;  ///< of the file that names them; not of the digest
  std::string forms;   ///< file stem below scenarios/forms: what a drafted year's forms say; may be empty
  std::string recipe;  ///< file stem below scenarios/rosters
  std::optional<Date> as_known_on;
  std::vector<Override> overrides;  ///< in order: base first, the command line last
  /// Changes of counts that move together, as they were said before they became changes of counts; not of the digest.
  std::vector<Override> said_of_cohorts;
  std::vector<Switch> switched_off;
  std::vector<UncertainValue> uncertain;
  std::vector<Correlation> correlations;
  std::vector<Sweep> sweeps;
  std::string digest;  ///< SHA-256 of the resolved scenario
};

/// Digest over everything that decides the result: horizon, seed, budget, recipe, overrides, date of knowledge.
std::string digest_of(const Scenario& scenario);

}  // namespace disburse
