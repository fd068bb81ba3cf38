#pragma once
// A folder of the server's own for what studies read and write; it goes away with the server.
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace disburse {

/// Where in a study's folder stands what it makes for the user.
std::filesystem::path made_in(const std::filesystem::path& folder);

class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  /// A new folder below it, for its owner alone.
  std::filesystem::path fresh();
  /// From now on `number` stands for that folder.
  void name(const std::string& number, const std::filesystem::path& folder);
  /// Names of the files that a study left to be taken along.
  std::vector<std::string> files_of(const std::string& number) const;
  /// The bytes of one of them; nothing for any other name.
  std::optional<std::string> file(const std::string& number, const std::string& name) const;

 private:
  mutable std::mutex guard_;
  std::filesystem::path path_;
  std::map<std::string, std::filesystem::path> folders_;
  int count_ = 0;
};

}  // namespace disburse
