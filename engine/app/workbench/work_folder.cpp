#include "engine/app/workbench/work_folder.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <system_error>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{512} << 20;
constexpr std::size_t most_named = 64;
const std::string prefix = "disburse-serve-";

/// The program that a folder's name tells, where it is one of ours and that program is gone.
bool is_left_behind(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (!name.starts_with(prefix)) return false;
  pid_t owner = 0;
  const char* begin = name.data() + prefix.size();
  const auto [end, failed] = std::from_chars(begin, name.data() + name.size(), owner);
  if (failed != std::errc{} || end == name.data() + name.size() || *end != '-' || owner <= 0) return false;
  struct stat status {};
  const bool own = ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid();
  return own && ::kill(owner, 0) != 0 && errno == ESRCH;
}

void remove_what_was_left(const fs::path& parent) {
  std::error_code ignored;
  std::vector<fs::path> left;
  for (fs::directory_iterator entry(parent, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
    if (is_left_behind(entry->path())) left.push_back(entry->path());
  }
  for (const fs::path& folder : left) fs::remove_all(folder, ignored);
}

}  // namespace

fs::path made_in(const fs::path& folder) { return folder / "made"; }

WorkFolder::WorkFolder() {
  const fs::path parent = fs::temp_directory_path();
  remove_what_was_left(parent);
  std::string pattern = (parent / (prefix + std::to_string(::getpid()) + "-XXXXXX")).string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
  path_ = pattern;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path WorkFolder::fresh() {
  const std::lock_guard lock(guard_);
  fs::path folder = path_ / std::to_string(++count_);
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_all);
  return folder;
}

void WorkFolder::remove(const std::string& number) {
  const auto found = named_.find(number);
  if (found == named_.end()) return;
  std::error_code ignored;
  fs::remove_all(found->second.folder, ignored);
}

void WorkFolder::name(const std::string& number, const fs::path& folder, const std::string& user) {
  const std::lock_guard lock(guard_);
  named_[number] = {folder, user};
  order_.push_back(number);
  while (order_.size() > most_named) {
    remove(order_.front());
    named_.erase(order_.front());
    order_.pop_front();
  }
}

bool WorkFolder::belongs(const std::string& number, const std::string& user) const {
  const std::lock_guard lock(guard_);
  const auto found = named_.find(number);
  return found == named_.end() || found->second.user == user;
}

bool WorkFolder::forget(const std::string& number) {
  const std::lock_guard lock(guard_);
  if (!named_.contains(number)) return false;
  remove(number);
  return true;
}

fs::path WorkFolder::folder_of(const std::string& number) const {
  const std::lock_guard lock(guard_);
  const auto found = named_.find(number);
  return found == named_.end() ? fs::path() : found->second.folder;
}

std::vector<std::string> WorkFolder::files_of(const std::string& number) const {
  const fs::path folder = folder_of(number);
  std::vector<std::string> names;
  if (folder.empty()) return names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(made_in(folder), missing)) {
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> WorkFolder::file(const std::string& number, const std::string& name) const {
  const std::vector<std::string> names = files_of(number);
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  return read_file(made_in(folder_of(number)) / name, largest_file);
}

}  // namespace disburse
