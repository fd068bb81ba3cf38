#include "engine/app/workbench/work_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_file = std::size_t{64} << 20;
}  // namespace

fs::path made_in(const fs::path& folder) { return folder / "made"; }

WorkFolder::WorkFolder() {
  std::string pattern = (fs::temp_directory_path() / "disburse-serve-XXXXXX").string();
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

void WorkFolder::name(const std::string& number, const fs::path& folder) {
  const std::lock_guard lock(guard_);
  folders_[number] = folder;
}

std::vector<std::string> WorkFolder::files_of(const std::string& number) const {
  const std::lock_guard lock(guard_);
  std::vector<std::string> names;
  const auto found = folders_.find(number);
  if (found == folders_.end()) return names;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(made_in(found->second), missing)) {
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> WorkFolder::file(const std::string& number, const std::string& name) const {
  const std::vector<std::string> names = files_of(number);
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  const std::lock_guard lock(guard_);
  return read_file(made_in(folders_.at(number)) / name, largest_file);
}

}  // namespace disburse
