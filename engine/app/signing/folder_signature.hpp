#pragma once
// Folders of results that an office signs: the signature is of the manifest, which holds the digests of the rest.
#include <filesystem>
#include <vector>

#include "engine/base/finding.hpp"
#include "engine/support/publication.hpp"

namespace disburse {

/// Beside manifest.json: 64 bytes, which `openssl pkeyutl -verify -rawin` takes too.
inline constexpr const char* signature_name = "manifest.sig";

/// Signs the manifest of every folder that is to be published.
/// Errors: InputRejected(Door::command_line): no such key (signature.hpp); no folder with a manifest.
void sign_folders(Publication& files, const std::filesystem::path& private_key);

/// Whether the manifest is signed by the owner of the public key: an error where it is not, or not at all. Nothing of a
/// folder without a manifest. Errors: InputRejected(Door::command_line): no such key.
std::vector<Finding> check_signature(const std::filesystem::path& folder, const std::filesystem::path& public_key);

}  // namespace disburse
