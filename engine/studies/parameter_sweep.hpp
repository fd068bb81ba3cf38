#pragma once
// A sweep: the scenario at every point of a grid of values.
#include <memory>
#include <vector>

#include "engine/base/piece_store.hpp"
#include "engine/base/progress.hpp"
#include "engine/planning/sweep_result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct SweepRequest {
  std::vector<Sweep> sweeps;
  int threads = 0;
};

/// Every combination of the sweeps' values, the last sweep running fastest, each with what falls on the city's lines in
/// every year of the horizon. The result does not depend on the threads.
/// Errors: InputRejected for a sweep of an unknown parameter, a value that it cannot have, two sweeps of one parameter,
/// a grid beyond `most_points`; all faults at once.
/// With a journal, points that it holds are not worked out again, and finished ones are added.
SweepResult sweep(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, const SweepRequest& request,
                  PieceStore* journal = nullptr, Progress* progress = nullptr);

/// What the points of a journal belong to.
std::string journal_identity(const Manifest& manifest, const Scenario& scenario, const SweepRequest& request);

inline constexpr std::size_t most_points = 100'000;

}  // namespace disburse
