#pragma once
// Low and high of a year's projects: what each uncertain assumption does alone.
#include <memory>
#include <vector>

#include "engine/app/session.hpp"
#include "engine/money.hpp"

namespace disburse {

/// How far a programme's money on the city's lines goes down and up: the root of the summed squares of what every
/// uncertain assumption does alone at its low and at its high, which takes them as independent.
struct ProjectSpread {
  Money down, up;  ///< both >= 0
};

/// The spread of every programme in `year`, in the order of the law. `threads` as in for_blocks; the result does not
/// depend on it.
std::vector<ProjectSpread> spreads(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year,
                                   int threads);

}  // namespace disburse
