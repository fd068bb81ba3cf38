#pragma once
// The columns of a roster file as they stand there, read by HDF5 in a child process (engine/confined).
#include <cstddef>
#include <filesystem>
#include <string_view>

#include "engine/members/roster.hpp"

namespace disburse {

struct RawRoster {
  Roster members;          ///< under the file's head; months stand as 202312, and nothing is known of any value
  std::size_t length = 0;  ///< of the file
};

/// Members [begin, end) of the file, whose kind, attributes and columns are checked first. `image` are its bytes; where
/// they are none, the file is opened. The end may lie behind the last.
/// Errors: InputRejected(Door::roster), also where reading breaks down.
RawRoster read_raw_roster(const std::filesystem::path& path, std::string_view image, std::size_t begin,
                          std::size_t end);

/// Without a child.
RawRoster read_raw_roster_here(const std::filesystem::path& path, std::string_view image, std::size_t begin,
                               std::size_t end);

}  // namespace disburse
