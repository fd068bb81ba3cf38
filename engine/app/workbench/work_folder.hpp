#pragma once
// A folder of the server's own for what studies read and write; it goes away with the server.
#include <deque>
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
  /// Removes on the way what servers that were killed left behind.
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  /// A new folder below it, for its owner alone.
  std::filesystem::path fresh();
  /// From now on `number` stands for that folder, which is `user`'s. Of many the oldest go, and what lies in them.
  void name(const std::string& number, const std::filesystem::path& folder, const std::string& user = "");
  /// Whether the study is that user's, as far as it is known whose it is.
  bool belongs(const std::string& number, const std::string& user) const;
  /// Removes what a study read and made. False where nothing is known of it.
  bool forget(const std::string& number);
  /// The folder of a study; empty where there is none.
  std::filesystem::path folder_of(const std::string& number) const;
  /// Names of the files that a study left to be taken along.
  std::vector<std::string> files_of(const std::string& number) const;
  /// The bytes of one of them; nothing for any other name.
  std::optional<std::string> file(const std::string& number, const std::string& name) const;

 private:
  struct Named {
    std::filesystem::path folder;
    std::string user;
  };
  void remove(const std::string& number);

  mutable std::mutex guard_;
  std::filesystem::path path_;
  std::map<std::string, Named> named_;
  std::deque<std::string> order_;  // the oldest first
  int count_ = 0;
};

}  // namespace disburse
