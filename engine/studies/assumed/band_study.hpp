#pragma once
// How far a year's estimate is from known: everything that is assumed, moved and drawn.
#include <memory>

#include "engine/base/finding.hpp"
#include "engine/base/progress.hpp"
#include "engine/projection/band_result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// The band of every programme, line and of the whole in `year`, from draws of all ranges, common causes and questions
/// of the scenario, its correlations followed. Effects are added; what two assumptions do together beyond that is left
/// out here and is in a study by `sensitivity`. `threads` as in for_blocks; the result does not depend on it.
/// Errors: InputRejected(Door::data) where the law refuses an end of a range; Stopped.
BandResult bands(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year, int threads,
                 Progress* progress = nullptr);

/// How far a programme's money on the city's lines goes down and up from its estimate: to the 10 % and to the 90 %
/// point of its band.
struct ProjectSpread {
  Money down, up;  ///< both >= 0
};

/// What the ranges of a year to be drafted tell.
struct DraftRanges {
  std::vector<ProjectSpread> spreads;  ///< of every programme, in the order of the law
  std::vector<Finding> turning;        ///< as turning_readings, of a year without a budget
};

/// The same points as bands, without what a draft does not show. Errors: as bands.
DraftRanges ranges_of_draft(const std::shared_ptr<const LoadedData>& data, const Scenario& scenario, int year,
                            int threads);

}  // namespace disburse
