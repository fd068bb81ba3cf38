#pragma once
// One person: a member's year with rule, value and source, the same under two scenarios, the award to come.
#include <optional>
#include <string>

#include "engine/comparison/statement_difference.hpp"
#include "engine/projection/award.hpp"
#include "engine/projection/explain.hpp"
#include "engine/session/session.hpp"

namespace disburse {

struct StatementRequest {
  std::string member;          ///< key
  std::string programme;       ///< id; empty: all
  std::optional<Month> month;  ///< due or paid then; absent: all of the horizon
};

/// The member's statement under the session's scenario.
/// Errors: InputRejected(Door::command_line): an unknown member or programme.
Statement statement_of(const Session& session, const StatementRequest& request);

/// The member under two scenarios of one horizon.
/// Errors: as statement_of, where neither has the member; InputRejected(Door::command_line) for another horizon.
StatementDifference statement_difference(const Session& before, const Session& after, const StatementRequest& request);

/// The award of a member at work who retires within the horizon; nothing for all others.
std::optional<AwardStatement> award_to_come(const Session& session, const std::string& member);

/// The award of one hypothetical person under a scenario; `law` is the published one.
/// Errors: InputRejected(Door::data): what contradicts the law or itself, see check_person.
AwardStatement award_of(Law law, const Scenario& scenario, const Person& person);

}  // namespace disburse
