#pragma once
// A zip archive made in memory: the same files give the same bytes.
#include <string>
#include <utility>
#include <vector>

namespace disburse {

/// Files in their order, by name and content; every file has the same fixed date.
/// Errors: std::runtime_error when the archive cannot be made.
std::string zip_archive(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace disburse
