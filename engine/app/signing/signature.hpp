#pragma once
// Signatures by Ed25519 (RFC 8032), with keys and signatures as the program openssl writes and reads them.
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace disburse {

/// The 64 bytes that `openssl pkeyutl -sign -rawin` makes with a key of `openssl genpkey -algorithm ed25519`.
/// Errors: InputRejected(Door::command_line): no such key, one behind a password, or one that others may read.
std::string signed_by(const std::filesystem::path& private_key, std::string_view bytes);

/// Whether the signature is of these bytes by the owner of the public key (`openssl pkey -pubout`).
/// Errors: InputRejected(Door::command_line): no such key.
bool is_signed_by(const std::filesystem::path& public_key, std::string_view bytes, std::string_view signature);

}  // namespace disburse
