#pragma once
// Reading whole files, and open files whose every failure is told. What is written goes out by publication.hpp.
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace disburse {

/// The bytes of a regular file of at most `limit` bytes.
/// Errors: std::system_error with the path; std::runtime_error when it is no regular file or too large.
std::string read_file(const std::filesystem::path& path, std::size_t limit);
/// The same of a file that somebody names. Errors: InputRejected(door) where it cannot be read.
std::string read_input(const std::filesystem::path& path, std::size_t limit, Door door);

/// An open file or folder, closed on scope exit; `close` reports what the destructor cannot.
/// Errors of all: FileFailure with the path.
class Descriptor {
 public:
  /// Opens with the flags of open(2); `mode` is that of a new file, whatever the umask allows.
  Descriptor(std::filesystem::path path, int flags, unsigned mode = 0);
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }
  /// What stands from here to the end, `most` bytes of it at most.
  std::string read(std::size_t most) const;
  void write_all(std::string_view bytes);
  /// Folders on some file systems refuse to be synced; there a new name is as durable as it gets.
  void sync();
  void close();

 private:
  std::filesystem::path path_;
  int fd_;
};

/// Throws the FileFailure of a call that failed with `code`: "PATH: WHAT: the system's reason".
[[noreturn]] void fail_with(int code, const std::filesystem::path& path, const Message& what);

/// The output folder holds something already; a finished run is never overwritten.
class FolderExists : public Failure {
 public:
  explicit FolderExists(const std::filesystem::path& path)
      : Failure("{}: is already there (a finished run is never overwritten). Name another folder."_m(path.string())) {}
};

/// True when the bytes are UTF-8 without surrogates or overlong forms; otherwise `offset` is the first bad byte.
bool is_utf8(std::string_view bytes, std::size_t& offset);

}  // namespace disburse
