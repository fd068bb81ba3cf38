#pragma once
// What the source of a scenario leaves open, as TOML.
#include <filesystem>

#include "engine/law/unknowns.hpp"

namespace disburse {

/// A file disburse/unknowns/1 (see outputs/formats/unknowns.md). Faults go to `errors`; whether the law knows the paths
/// and takes the values is checked with the law.
Unknowns read_unknowns(const std::filesystem::path& path, InputErrors& errors);

}  // namespace disburse
