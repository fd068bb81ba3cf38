#pragma once
// Groups the members that a programme pays.
#include <string>

#include "engine/planning/member_groups.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// The programme `id` under the session's scenario. Programmes that pay no members have no groups.
/// Errors: InputRejected(Door::command_line) for an unknown programme.
MemberGroups member_groups(const Session& session, const std::string& id);

}  // namespace disburse
