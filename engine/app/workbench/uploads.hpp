#pragma once
// Files that a page hands in: in the server's own folder, for their user alone, removed after use.
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace disburse {

/// One file that was handed in. `key` is what it is asked for by; nobody can guess it.
struct Upload {
  std::string key, name, user;
  std::filesystem::path file;  ///< in a folder of its own, under its own name
  std::size_t bytes = 0;
  std::chrono::steady_clock::time_point used{};
};

class Uploads {
 public:
  /// `fresh` gives a new folder for its owner alone.
  explicit Uploads(std::function<std::filesystem::path()> fresh) : fresh_(std::move(fresh)) {}

  /// Keeps the bytes under `name`, or behind those of the upload `after`. What was not used for half an hour goes.
  /// Errors: InputRejected(Door::command_line): a name that is a path, an unknown `after`, too many bytes.
  Upload add(const std::string& name, std::string_view bytes, const std::string& after, const std::string& user);
  /// Errors: InputRejected(Door::command_line) for one that is not there, or another user's.
  std::filesystem::path file(const std::string& key, const std::string& user);
  /// Removes it; false where there is none of this user.
  bool forget(const std::string& key, const std::string& user);

 private:
  Upload* find(const std::string& key, const std::string& user);
  void drop_old();

  std::mutex guard_;
  std::function<std::filesystem::path()> fresh_;
  std::map<std::string, Upload> kept_;
};

}  // namespace disburse
