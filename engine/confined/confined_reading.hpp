#pragma once
// Reading a foreign file in a child (confined.hpp): what it gave, or what is wrong with the file.
#include <functional>
#include <string>

#include "engine/base/error.hpp"
#include "engine/confined/confined.hpp"
#include "engine/confined/packing.hpp"

namespace disburse {

/// What `read` packed. Where the system has no confinement it is called here.
/// Errors: InputRejected as `read` throws it; InputRejected(door) where reading breaks down or takes more than it may;
/// as confined.
std::string confined_reading(const std::string& file, Door door, const Confinement& limits,
                             const std::function<std::string()>& read);

/// Errors: InputRejected(door): what came of `file` cannot be read.
[[noreturn]] void reject_breakdown(const std::string& file, Door door);

/// Messages and errors on their way. Errors of unpacking: Unpackable.
void pack(Packing& packing, const Message& message);
Message unpacked_message(Unpacking& bytes);
void pack(Packing& packing, const InputRejected& rejected);
InputRejected unpacked_rejection(Unpacking& bytes);

}  // namespace disburse
