#pragma once
// In which months a run looks a parameter up (读取月份). Most are looked up in every month, so that a change between
// two months acts in these. Some are looked up once or in few months; a dated change of those is refused where it would
// do nothing, or would never end.
#include <vector>

#include "engine/law/scenario.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

/// The months of a run over members that stand as `roster` says.
struct RunMonths {
  Month as_of;         ///< at whose end the members were counted
  Month later_begins;  ///< from which on they go on by law and assumptions (outlook_begins)
  Horizon horizon;
};
RunMonths run_months(const RosterHead& roster, Horizon horizon);

/// The parameters that are not looked up in every month, each with its months:
/// - once, for the members as they were counted (counts.*, roster.*) or for what was before the run began: a dated
/// change
///   must hold for the whole run;
/// - in January, or in the months by which a value is carried on (extend): a change must hold in one of them;
/// - from the year after the members were counted on: a change must reach into it.
/// Changes whose months lie outside the horizon are not looked at, but for those of the first kind. `law`: with the
/// changes in force and its extensions. Problems go to `errors`.
void check_reading_months(const ParameterTree& law, const std::vector<Override>& changes, const RunMonths& run,
                          InputErrors& errors);

/// The same for all changes of a scenario. Errors: InputRejected, by the door at which each change came in.
void check_reading_months(const ParameterTree& law, const Scenario& scenario, const RosterHead& roster);

}  // namespace disburse
