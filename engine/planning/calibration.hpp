#pragma once
// What rosters tell of the assumptions (校准): estimates with intervals, credibility, and how far they move what was
// held.
#include <string>
#include <vector>

#include "engine/law/parameters.hpp"
#include "engine/members/mortality.hpp"
#include "engine/members/raking.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// How many of a group were paid: the share is a parameter of a programme.
struct TakeUp {
  std::string parameter, source;
  Scheme scheme = Scheme::enterprise;
  double persons = 0.0;
  Place place;
};

/// What an office publishes of its members.
struct Margins {
  std::vector<Margin> margins;
  std::vector<TakeUp> taken_up;
};

struct Estimate {
  std::string path;
  double value = 0.0;            ///< in the parameter's unit: yuan, share, persons, years
  double low = 0.0, high = 0.0;  ///< 10 % and 90 %; equal where the roster counts, and does not estimate
  double observations = 0.0;     ///< persons or deaths that it rests on
  double credibility = 1.0;      ///< weight of the data; the rest is what was held before
  Message method;                ///< how it was found
};

struct CalibrationResult {
  std::vector<Estimate> estimates;
  Raking raking;  ///< of the later roster to the margins
};

/// Means, shares and headcounts of a roster's opening stock, for parameters that the roster recipe has. An interval is
/// that of a mean or a share, by the normal approximation; a group of fewer than thirty gives none. `weight`: a member
/// each (engine/members/raking.hpp), or empty; intervals then rest on (sum w)^2 / sum w^2 members.
std::vector<Estimate> estimates_of_stock(const Roster& roster, const std::vector<double>& weight = {});

/// Take-up: the share of a scheme's pensioners who were paid, with the interval of a share.
/// Errors: ProgramFault unless 0 <= paid <= the (weighted) pensioners, see `pensioners_of`.
Estimate estimate_of_take_up(const std::string& path, double paid, const Roster& roster,
                             const std::vector<double>& weight, Scheme scheme);
/// Pensioners of a scheme who draw at the roster's month, by weight.
double pensioners_of(const Roster& roster, const std::vector<double>& weight, Scheme scheme);

/// Mortality factors and yearly inflow from two rosters of one office. Deaths are those who ceased to draw (assumed:
/// the rosters do not tell death from moving away); expected ones are the sum of the probabilities under `mortality`.
/// The factor is the held one times Z A/E + 1 - Z, Z = min(1, (A / 1082)^(1/2)): limited fluctuation credibility, 90 %
/// within 5 % (Mowbray 1914). The interval is that of a Poisson count, weighted alike. Errors: ProgramFault unless
/// `after` is later than `before`.
std::vector<Estimate> estimates_of_movement(const Roster& before, const Roster& after, const Mortality& mortality,
                                            const ParameterTree& law);

}  // namespace disburse
