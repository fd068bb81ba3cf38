#pragma once
// Reading whole files and publishing finished ones: a file stands complete under its name, or not at all.
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace disburse {

/// The bytes of a regular file of at most `limit` bytes.
/// Errors: std::system_error with the path; std::runtime_error when it is no regular file or too large.
std::string read_file(const std::filesystem::path& path, std::size_t limit);

/// Writes beside the final name, syncs, renames, syncs the folder. Throws std::system_error and leaves no part
/// behind when any step fails. `mode` is the file's permission bits.
void publish_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

/// A file that appears complete under its final name or not at all, for who writes it himself: `path` is a hidden
/// sibling, `commit` syncs and renames it. Destroyed without commit, it is removed.
class StagedFile {
 public:
  /// Errors: std::system_error when the folder cannot be written.
  explicit StagedFile(std::filesystem::path target, unsigned mode = 0644);
  ~StagedFile();
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;

  const std::filesystem::path& path() const { return part_; }
  /// Errors: std::system_error.
  void commit();

 private:
  std::filesystem::path target_, part_;
  bool committed_ = false;
};

/// A folder that appears complete under its final name or not at all: files are written into a hidden sibling,
/// `commit` renames it. Destroyed without commit, it removes what it wrote.
class StagedFolder {
 public:
  /// Errors: std::system_error when the parent cannot be written; FolderExists when `target` is there already.
  explicit StagedFolder(std::filesystem::path target);
  ~StagedFolder();
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  void add(const std::string& name, std::string_view bytes, unsigned mode = 0644);
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path staging_;
  bool committed_ = false;
};

/// The output folder holds something already; a finished run is never overwritten.
class FolderExists : public std::runtime_error {
 public:
  explicit FolderExists(const std::filesystem::path& path)
      : std::runtime_error(path.string() +
                           ": is already there (a finished run is never overwritten). Name another folder.") {}
};

/// True when the bytes are UTF-8 without surrogates or overlong forms; otherwise `offset` is the first bad byte.
bool is_utf8(std::string_view bytes, std::size_t& offset);

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. Errors: std::runtime_error without a working library.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&&) = delete;

  void add(std::string_view bytes);
  /// Lower-case hexadecimal; nothing is added afterwards.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Lower-case hexadecimal SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace disburse
