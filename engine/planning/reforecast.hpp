#pragma once
// The year in progress (年中再预测): what was paid is locked, the rest is projected from the state that it implies.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/calendar.hpp"
#include "engine/base/finding.hpp"
#include "engine/base/money.hpp"

namespace disburse {

/// What was paid in a month on the city's line; 0 says that nothing was. Not `known`: whether and how much was paid is
/// not known, and the month is estimated as one that is still to come.
struct ActualMonth {
  Month month;
  Money amount;
  std::optional<double> persons;
  bool known = true;
};

/// What an office says of a programme that its table of payments leaves out.
enum class Absent : std::uint8_t {
  unsaid,   ///< nothing: it is asked
  nothing,  ///< nothing was paid so far
  unknown,  ///< estimated throughout, and shown as an estimate
};

/// The payments of a year in progress.
struct Actuals {
  std::string file, digest;
  Month last;                                        ///< the last month that is locked
  std::vector<std::vector<ActualMonth>> programmes;  ///< in the order of the law, months in order; empty: not known
  std::vector<Finding> findings = {};                ///< what a reader should know of them
};

/// What the scenario projects for the months of a year.
struct ProjectedMonth {
  Month month;
  Money line;
  double persons = 0.0;
};

/// Why what was paid differs from what was projected for the locked months; the parts sum to it to the fen.
struct VarianceSoFar {
  Money timing;  ///< payments made in another month than projected, across the lock
  Money volume;  ///< more or fewer persons, at the projected average
  Money mix;     ///< the persons of another month than projected, whose average differs
  Money price;   ///< another average for the same persons; all of it where no headcounts are known
  Money sum() const { return timing + volume + mix + price; }
};

/// One programme's year.
struct YearEstimate {
  Money locked, projected_locked;        ///< the months already paid: actual and projected
  Money remaining, projected_remaining;  ///< the months still to come
  VarianceSoFar variance;
  double persons_ratio = 1.0;   ///< persons paid to persons projected, at the last payment to many
  double price_ratio = 1.0;     ///< average paid to average projected, of all payments so far
  double credibility = 0.0;     ///< weight of `price_ratio`: n / (n + 1) after n payments
  std::vector<Money> months;    ///< of the year: locked ones as paid, the others as estimated
  std::vector<double> persons;  ///< paid, and expected
  Money estimate() const { return locked + remaining; }
};

/// How an estimate goes on.
enum class Remainder {
  by_state,     ///< from headcount and average
  of_the_plan,  ///< the year's amount is fixed: what was not spent is still to be spent
};

/// Locks the known months of `actual` (one entry for each month in which something is projected or was paid, months in
/// order) and projects the rest of `projected` (the months of one year).
///
/// A payment that was made in another month than projected is matched with the projected one: one that was late with
/// the earliest projected before it, one that was early with the next one; payments to many (a quarter of the largest
/// projected, or more) and to a few each among themselves. What was projected for a locked month and
/// not paid is still to be paid in the first open month. Open months, those that are not known among them, pay
///   projected x persons_ratio x (1 + credibility (price_ratio - 1)):
/// headcounts are known, averages are believed the more the more payments have shown them (Buhlmann 1967, with the plan
/// worth one payment: assumed). Never a run-rate: an award of two payments a year has none.
/// Late reports (deaths registered late, recoveries, back pay) are kinds of the projection itself (irregular.*), so the
/// ratios compare like with like.
YearEstimate reforecast(const std::vector<ProjectedMonth>& projected, const std::vector<ActualMonth>& actual,
                        Month last_locked, Remainder remainder);

/// What the year would be if it went on as it began: paid so far, over the months so far, times twelve. For comparison.
Money run_rate(const std::vector<ActualMonth>& actual, Month last_locked);

}  // namespace disburse
