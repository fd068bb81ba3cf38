#pragma once
// The page: the files that the browser is given, in memory. No request reaches a file system.
#include <filesystem>
#include <map>
#include <string>

#include "engine/serve/http_reply.hpp"

namespace disburse {

class PageFiles {
 public:
  /// Takes every file of the folder that scripts/workbench made; where there is none, a page that says how it is made.
  explicit PageFiles(const std::filesystem::path& folder);

  bool whole() const { return whole_; }
  /// 404 for what is no file of the page.
  HttpReply answer(const std::string& path) const;

 private:
  std::map<std::string, HttpReply, std::less<>> files_;
  bool whole_ = false;
};

}  // namespace disburse
