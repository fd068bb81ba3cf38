#pragma once
// The whole synthetic city and small parts of it, for tests.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/app/session.hpp"

namespace disburse {

inline std::filesystem::path source_dir() { return DISBURSE_SOURCE_DIR; }

/// The base scenario, opened once a process.
const Session& base_session();

/// The session of a scenario with overrides "path=value".
Session session_with(const std::vector<std::string>& sets, const std::string& scenario = "zhongwei-2024");

/// Every n-th member of the base roster.
Roster thinned(const Roster& roster, std::size_t n, std::size_t first = 0);

}  // namespace disburse
