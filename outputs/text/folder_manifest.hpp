#pragma once
// manifest.json: what a folder of results holds, so that `verify` can tell what was changed since.
#include <string>
#include <vector>

#include "engine/projection/result.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// The document disburse/manifest/1 (outputs/formats/manifest.md): what the results were made from, and size and
/// SHA-256 of `files`.
std::string folder_manifest(const std::string& scenario, const Manifest& manifest,
                            const std::vector<WrittenFile>& files);

}  // namespace disburse
