#pragma once
// The whole synthetic city and small parts of it, for tests.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/app/loading/loading.hpp"
#include "engine/session/scenario_law.hpp"
#include "engine/studies/main_job.hpp"
#include "support/places.hpp"

namespace disburse {

/// The base scenario, opened once a process.
const Session& base_session();

/// The session of a scenario with overrides "path=value".
Session session_with(const std::vector<std::string>& sets, const std::string& scenario = "zhongwei-2024");

/// Options for a hundredth of the city over a horizon, for what is projected many times.
InputOptions small_city(const std::string& horizon);

/// Every n-th member of the base roster.
Roster thinned(const Roster& roster, std::size_t n, std::size_t first = 0);

}  // namespace disburse
