#pragma once
// Reads agency.toml (disburse/agency/1).
#include <filesystem>
#include <vector>

#include "scenarios/agencies/agency.hpp"

namespace disburse {

/// The agency of `folder`. Errors: InputRejected(Door::data) with everything that is wrong in its agency.toml.
Agency read_agency(const std::filesystem::path& folder);

/// True for a folder that is an agency's.
bool is_agency(const std::filesystem::path& folder);

/// The folders of agencies directly below `folder`, sorted by name; none where it cannot be read.
std::vector<std::filesystem::path> agencies_below(const std::filesystem::path& folder);

/// What its agency.toml lists as stated by nobody yet: paths of values that its programmes read.
std::vector<std::string> unfilled_in(const std::filesystem::path& folder);

}  // namespace disburse
