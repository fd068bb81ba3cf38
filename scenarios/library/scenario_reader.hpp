#pragma once
// Reads scenarios: small TOML files that name what they extend and what they change.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/law/scenario.hpp"

namespace disburse {

/// The scenario `name` (a bare name of the library folder, or a path) with everything it extends applied, base first.
/// Several joined by "+" are laid on top of one another. Where the first of them, or `onto` (the scenario with which
/// `name` is compared), rests on a base that was carried on from a year before, scenarios that extend the base of that
/// year are read on top of the one carried on.
/// Errors: InputRejected(Door::data): unknown name with the nearest one, a cycle in extends, unknown keys, a missing
/// reason, a value that is set twice by one file, a name that stands in several folders.
Scenario read_scenario(const std::string& name, const std::filesystem::path& library, const std::string& onto = "");

/// Names of the scenarios in the library, sorted.
std::vector<std::string> list_scenarios(const std::filesystem::path& library);

}  // namespace disburse
