#pragma once
// Runs the built program as a user does: in a folder of its own, with its output and exit code kept.
#include <filesystem>
#include <string>

namespace disburse {

struct Ran {
  int exit_code = -1;
  std::string out, err;
};

/// A folder that goes away with the object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;
  /// Names of what stands in it, sorted.
  std::string listing() const;
  /// `arguments` as the shell takes them; `environment` stands before the program, as "DISBURSE_SEED=7".
  Ran run(const std::string& arguments, const std::string& environment = "") const;

 private:
  std::filesystem::path path_;
};

/// What stands before the program to kill it as soon as `file` holds more than `bytes`: at a state, not at a time, so
/// that no machine is too fast for it. The exit code is 137 then.
std::string killed_beyond(const std::string& file, std::size_t bytes);

/// A copy of models/ and scenarios/ in `folder`, to be spoilt; runs with DISBURSE_DATA find it there.
void copy_data(const ScratchFolder& folder);
/// Replaces the first `what` in the copied file by `with`; fails the test when it is not there.
void spoil(const ScratchFolder& folder, const std::string& file, const std::string& what, const std::string& with);

}  // namespace disburse
