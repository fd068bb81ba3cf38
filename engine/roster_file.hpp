#pragma once
// The roster as an HDF5 file, file type disburse/roster; outputs/formats/roster.md describes it.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/roster.hpp"

namespace disburse {

/// The bytes of the file; equal rosters give equal bytes. `scenario` and `seed` tell how the roster was made,
/// `version` and `commit` which program made it.
std::string roster_image(const Roster& roster, const std::string& scenario, std::uint64_t seed,
                         std::string_view version, std::string_view commit);

/// Reads a roster and checks every member. Errors: InputRejected(Door::roster) with all that was found.
Roster read_roster(const std::filesystem::path& path);

}  // namespace disburse
