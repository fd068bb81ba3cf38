#pragma once
// The input as a file, for readers that take a path.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>

namespace disburse {

/// Writes the bytes into one file of this process and returns its path.
inline std::string input_file(const std::uint8_t* data, std::size_t size, const char* ending) {
  static const std::string path = "/tmp/disburse-fuzz-" + std::to_string(getpid()) + ending;
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) __builtin_trap();
  if (size > 0 && std::fwrite(data, 1, size, file) != size) __builtin_trap();
  std::fclose(file);
  return path;
}

}  // namespace disburse
