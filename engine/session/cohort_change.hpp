#pragma once
// Counts that move together (成组变动): a planner's "10 % more new retirees" is entrants, inflow and stock in one.
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/law/scenario.hpp"
#include "engine/session/session.hpp"
#include "scenarios/rosters/cohort.hpp"

namespace disburse {

/// Every change of a cohort in `scenario` ("cohort.new_retirees" = "+10%") as changes of its counts, in its place among
/// the others: each inflow times the factor; the stock at the year's end by as many as the inflow gains, where the
/// counts are read so (counts.reading); later years' inflow times the factor. A change that is dated after the
/// roster's year moves the later years alone; one that takes a part of that year is refused. Where the members come
/// from a roster (`counted` is false), the later years' inflow alone moves. What was said is kept in `said_of_cohorts`.
/// `law`: with the recipe's counts, before the scenario; `as_of`: the recipe's month, a December. A value that is no
/// "+10%" or "x1.1", and months in which nothing moves, go to `errors`.
void expand_cohorts(Scenario& scenario, const ParameterTree& law, const std::vector<CohortChange>& cohorts, Month as_of,
                    bool counted, InputErrors& errors);

/// The cohort of this path; null where it names none.
const CohortChange* cohort_of(const std::vector<CohortChange>& cohorts, std::string_view path);

/// `changes`, said on top of `scenario`, with those of cohorts as changes of their counts: what a sweep, a search or a
/// slider tries. Errors: InputRejected, as expand_cohorts, by the door at which the change came in.
std::vector<Override> with_counts(const LoadedData& data, const Scenario& scenario, std::vector<Override> changes);

/// Of every change of a cohort in the scenario: which counts do not move with it in the horizon, or only for a time,
/// and why. `head` of the members, which come from a roster unless they are `counted`; `law` names the counts.
std::vector<Finding> doubts_about_cohorts(const ParameterTree& law, const Scenario& scenario,
                                          const std::vector<CohortChange>& cohorts, const RosterHead& head,
                                          bool counted);

/// Inflows that a scenario changed while their stock stayed: the opening stock gives way, which is hardly meant. One
/// finding a scheme, with both remedies. `before`: without the scenario.
std::vector<Finding> doubts_about_partners(const ParameterTree& before, const ParameterTree& under,
                                           const std::vector<CohortChange>& cohorts, Month as_of);

}  // namespace disburse
