#include "engine/app/workbench/uploads.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "engine/base/error.hpp"
#include "engine/base/reject.hpp"
#include "engine/serve/door.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 200, largest_file = std::size_t{512} << 20;
constexpr std::chrono::minutes kept_unused{30};

void check_name(const std::string& name) {
  const bool plain = !name.empty() && name.size() <= longest_name && name.front() != '.' && name.front() != '-' &&
                     name.find_first_of("/\\") == std::string::npos && name.find('\0') == std::string::npos;
  if (!plain)
    reject_option("name", "is no name of a file"_m, "the file is kept under it"_m,
                  "Give the file a name without / and without a dot at its beginning"_m);
}

void append(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::app);
  ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::system_error(errno, std::generic_category(), "upload");
}

void remove(const Upload& upload) {
  std::error_code ignored;
  fs::remove_all(upload.file.parent_path(), ignored);
}

}  // namespace

Upload* Uploads::find(const std::string& key, const std::string& user) {
  const auto found = kept_.find(key);
  return found == kept_.end() || found->second.user != user ? nullptr : &found->second;
}

void Uploads::drop_old() {
  const auto now = std::chrono::steady_clock::now();
  for (auto one = kept_.begin(); one != kept_.end();) {
    const bool old = now - one->second.used > kept_unused;
    if (old) remove(one->second);
    one = old ? kept_.erase(one) : std::next(one);
  }
}

Upload Uploads::add(const std::string& name, std::string_view bytes, const std::string& after,
                    const std::string& user) {
  check_name(name);
  const std::lock_guard lock(guard_);
  drop_old();
  Upload* upload = find(after, user);
  if (upload == nullptr && !after.empty())
    reject_option("after", "there is no such file"_m, "it was removed, or never came"_m, "Send the file anew"_m);
  if (bytes.size() > largest_file || (upload != nullptr && upload->bytes + bytes.size() > largest_file))
    reject_option("body", "more than 512 MiB are not taken"_m, "the disk has room for others, too"_m,
                  "Import the file by disburse import"_m);
  if (upload == nullptr) {
    const std::string key = random_token();
    upload = &kept_.emplace(key, Upload{key, name, user, fresh_() / name, 0, {}}).first->second;
  }
  append(upload->file, bytes);
  upload->bytes += bytes.size();
  upload->used = std::chrono::steady_clock::now();
  return *upload;
}

fs::path Uploads::file(const std::string& key, const std::string& user) {
  const std::lock_guard lock(guard_);
  Upload* upload = find(key, user);
  if (upload == nullptr)
    reject_option("uploads", "a file is not there any more"_m, "files are removed after use, or after half an hour"_m,
                  "Choose the file anew"_m);
  upload->used = std::chrono::steady_clock::now();
  return upload->file;
}

bool Uploads::forget(const std::string& key, const std::string& user) {
  const std::lock_guard lock(guard_);
  const Upload* upload = find(key, user);
  if (upload == nullptr) return false;
  remove(*upload);
  kept_.erase(key);
  return true;
}

}  // namespace disburse
