#pragma once
// The members of a session at the end of a year, as the roster of the next (花名册结转).
#include "engine/session/session.hpp"

namespace disburse {

/// The roster of the end of `to`, the last month of the session's horizon and a December: everyone whom the projection
/// knows, with the chance to be alive, the service and the pension of that day. Members at work stand without a month
/// of retirement, as in any roster, and go on at once when a run begins.
/// Errors: as with_outlook.
Roster carried_members(const LoadedData& data, const Session& session);
/// The same under `law`, the scenario's own, without a digest; of one scheme or of all. The last month of the
/// scenario's horizon is the December.
Roster carried_members(const LoadedData& data, const Scenario& scenario, const ParameterTree& law,
                       std::optional<Scheme> only);

}  // namespace disburse
