#pragma once
// Raking (边际校准): weights for the members of a roster, so that it meets headcounts known from elsewhere.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

enum class MarginBy : std::uint8_t {
  all,
  sex,
  age,
  pension
};  ///< age: whole years at the roster's month; pension: fen

/// Members from `low` to `high`, both included, and how many there are.
struct MarginCell {
  std::string name;
  std::int64_t low = 0, high = 0;
  double persons = 0.0;
};

/// Headcounts of one group, divided by one attribute.
struct Margin {
  std::string name, source;
  Scheme scheme = Scheme::civil_service;
  Role role = Role::pensioner;  ///< of pensioners, those who draw at the roster's month
  MarginBy by = MarginBy::all;
  std::vector<MarginCell> cells;
  Place place;
};

/// What a cell was, and what it is when the members carry their weights.
struct RakedCell {
  std::string margin, cell;
  double wanted = 0.0, before = 0.0, after = 0.0;
};

struct Raking {
  std::vector<double> weight;  ///< a member; 1 outside of all margins
  std::vector<RakedCell> cells;
  int rounds = 0;
  double least = 1.0, most = 1.0;  ///< weights within the margins
  double effective_share = 1.0;    ///< (sum w)^2 / (n sum w^2): what the weights leave of the sample (Kish 1965)
};

/// Iterative proportional fitting (Deming and Stephan 1940), until every cell is met within 10^-6 of its persons.
/// The margins are held against each other first. Errors: InputRejected(Door::data) with all contradictions: cells
/// that overlap, totals of one group that differ, members in no cell, persons wanted where there is no member, or
/// margins that no weights meet together.
Raking rake(const Roster& roster, const std::vector<Margin>& margins);

/// A roster of whole members: each stands as often as the running sum of weights passes a whole number, so that every
/// run of members keeps its weight within one person. Copies carry the key and "+2", "+3".
Roster weighted_roster(const Roster& roster, const std::vector<double>& weight);

}  // namespace disburse
