#pragma once
// The recipe (配方) of a synthetic roster: published counts and assumed distributions as data, and the roster made of
// them. No line of a real register goes in, so none can come out.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/roster.hpp"
#include "scenarios/rosters/cohort.hpp"

namespace disburse {

/// One age group of the pensioners of 60 and above, in completed years.
struct AgeGroup {
  int from = 0;
  int to = 0;
  Rate share;   ///< of all of 60 and above; the shares need not sum to 1, they are normalised
  Rate female;  ///< women among the group
};

/// Amounts as a table of quantiles, straight lines between them.
struct Distribution {
  struct Point {
    Rate probability;
    Money amount;
  };
  std::string name;
  Money minimum;  ///< no scaled amount lies below; the first point's amount
  Money maximum;  ///< no scaled amount lies above
  std::vector<Point> points;
};

struct Recipe {
  std::string name;  ///< the file's name without its ending
  std::string title;
  std::string source;
  Month as_of;  ///< always a December: the budget year is the one after it
  std::uint64_t seed = 0;
  std::vector<AgeGroup> age_groups;
  std::vector<Distribution> distributions;
  std::vector<CohortChange> cohorts;  ///< counts that move together
  std::filesystem::path file;         ///< where it was read, for messages
  std::string digest;                 ///< SHA-256 of the file's bytes

  const Distribution& distribution(std::string_view distribution_name) const;
  /// The calendar year after `as_of`, to whose end the counts refer.
  Horizon year() const { return {as_of + 1, 12}; }
};

/// The counts of those who retired from enterprises lately, by the years about the roster's date: of 2023-12
/// "enterprise_retired_2022", "enterprise_retired_2023", "enterprise_retired_2024_to_september",
/// "enterprise_retired_2024_from_october". A recipe that lacks one counts nobody.
std::vector<std::string> late_retirees(Month as_of);

/// The roster of `recipe` under the values that `parameters` now has. Same arguments, same bytes, on any machine.
/// Throws InputRejected(Door::data) when the counts and means cannot be met.
Roster synthesize(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality,
                  std::uint64_t seed);
/// The members of one scheme alone; those of civil service, enterprises and residents make up the roster in this order.
Roster synthesize(const Recipe& recipe, const ParameterTree& parameters, const Mortality& mortality, std::uint64_t seed,
                  Scheme scheme);

}  // namespace disburse
