#pragma once
// The main job (测算): every programme projected and held against its budget.
#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Projects, compares, checks the control sheet. `threads` as in for_blocks; the result does not depend on it.
/// Errors: InputRejected(Door::roster) from members that stand in a file; Stopped.
RunResult run(const Session& session, int threads);

}  // namespace disburse
