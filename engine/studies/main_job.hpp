#pragma once
// The main job (测算): every programme projected and held against its budget.
#include <cstdint>

#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Whether the spend of every policy document is told, for which the law without each of them is projected too.
enum class Papers : std::uint8_t { told, left_out };

/// Projects, compares, checks the control sheet. `threads` as in for_blocks; the result does not depend on it.
/// Errors: InputRejected(Door::roster) from members that stand in a file; Stopped.
RunResult run(const Session& session, int threads, Papers papers = Papers::told);

}  // namespace disburse
