#pragma once
// A sweep: the scenario at every point of a grid of values.
#include "engine/app/session.hpp"
#include "engine/support/journal.hpp"
#include "engine/sweep.hpp"

namespace disburse {

/// Every combination of the sweeps' values, the last sweep running fastest, each with what falls on the city's lines in
/// every year of the horizon. Points are worked out on `threads` threads; the result does not depend on it.
/// Errors: InputRejected for a sweep of an unknown parameter, a value that it cannot have, two sweeps of one parameter,
/// a grid beyond `most_points`; all faults at once.
/// With a journal, points that it holds are not worked out again, and finished ones are added.
SweepResult sweep(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int threads,
                  Journal* journal = nullptr);

inline constexpr std::size_t most_points = 100'000;

}  // namespace disburse
