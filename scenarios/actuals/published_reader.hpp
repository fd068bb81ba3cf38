#pragma once
// Published budgets and outturns of other agencies, as TOML.
#include <filesystem>
#include <vector>

#include "engine/planning/published_score.hpp"

namespace disburse {

/// A file disburse/published/1 (see outputs/formats/published.md). Errors: InputRejected(Door::data), all at once.
std::vector<PublishedAccount> read_published(const std::filesystem::path& file);

}  // namespace disburse
