#pragma once
// Calibration (校准): what an office's rosters tell of the assumptions.
#include <optional>

#include "engine/planning/calibration.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct CalibrationRequest {
  Roster now;
  std::optional<Roster> before;  ///< earlier: tells of deaths and newcomers
  Margins margins;               ///< headcounts that `now` is raked to, and take-up
};

/// Estimates of the stock, of take-up and, with an earlier roster, of movement, under the session's law and mortality.
/// Errors: InputRejected(Door::data): as rake; take-up of no rate, or of more persons than there are; ProgramFault
/// unless `before` is earlier.
CalibrationResult calibrate(const Session& session, const CalibrationRequest& request);

}  // namespace disburse
