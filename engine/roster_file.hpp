#pragma once
#include <filesystem>
#include "engine/roster.hpp"
namespace disburse {
std::string roster_image(const Roster&, const std::string&, std::uint64_t, std::string_view, std::string_view);
Roster read_roster(const std::filesystem::path&);
}
