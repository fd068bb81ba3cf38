#pragma once
// Streams of a compound file ([MS-CFB]), the container of old Office files.
#include <optional>
#include <string>
#include <string_view>

namespace disburse {

/// The bytes of the stream of this name (ASCII); empty where the file is no compound file, has no such stream, or its
/// chain of sectors is broken. Never more bytes than the file has.
std::optional<std::string> compound_stream(std::string_view file, std::string_view name);

}  // namespace disburse
