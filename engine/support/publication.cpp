#include "engine/support/publication.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>
#include <tuple>

#include "engine/base/digest.hpp"
#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view hidden_begin = ".disburse-";
constexpr std::string_view hidden_end = ".part";
constexpr unsigned owner_folder = 0700, open_folder = 0755, owner_file = 0600, open_file = 0644;

void sync_folder(const fs::path& folder) { Descriptor(folder, O_RDONLY | O_DIRECTORY).sync(); }

fs::path parent_of(const fs::path& target) {
  const fs::path parent = target.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

bool stands(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) fail_with(errno, path, "cannot open"_m);
  return false;
}

/// Moves to a name that must be free. Errors: FolderExists; FileFailure.
void move_new(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
  if (errno == EINVAL || errno == ENOSYS) {  // a file system that cannot refuse by itself
    if (stands(to)) throw FolderExists(to);
    if (::rename(from.c_str(), to.c_str()) == 0) return;
  }
  if (errno == EEXIST) throw FolderExists(to);
  fail_with(errno, to, "cannot rename to"_m);
}

/// The same file, still under its name.
bool is_at(int descriptor, const fs::path& path) {
  struct stat open {
  }, named{};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
         open.st_dev == named.st_dev;
}

/// A new hidden folder in `parent` and its lock, by which others see that its program lives.
std::pair<fs::path, std::unique_ptr<Descriptor>> hidden_folder(const fs::path& parent, const fs::path& target) {
  constexpr int attempts = 1000;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    // The process number keeps two programs apart, `attempt` two threads and a name left behind (in a container the
    // number is often the same).
    fs::path path = parent / (std::string(hidden_begin) + std::to_string(::getpid()) + "-" + std::to_string(attempt) +
                              std::string(hidden_end));
    if (::mkdir(path.c_str(), owner_folder) != 0) {
      if (errno == EEXIST) continue;
      fail_with(errno, target, "cannot create"_m);
    }
    try {
      auto lock = std::make_unique<Descriptor>(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      const bool taken = ::flock(lock->get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
      if (!taken && is_at(lock->get(), path)) return {std::move(path), std::move(lock)};
    } catch (...) {
      ::rmdir(path.c_str());
      throw;
    }
  }
  fail_with(EEXIST, target, "cannot create"_m);
}

bool is_hidden_name(const std::string& name) {
  return name.size() > hidden_begin.size() + hidden_end.size() && name.starts_with(hidden_begin) &&
         name.ends_with(hidden_end);
}

/// Bytes that stand on the disk, not those that wait in memory for it: they are dropped first.
std::string bytes_on_disk(const fs::path& path, std::size_t expected) {
  Descriptor file(path, O_RDONLY | O_NOFOLLOW);
  static_cast<void>(::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED));  // advice: what is dirty or mapped stays
  return file.read(expected + 1);
}

/// Holds a file against what was handed in. Whether that is a sound document is its maker's to know.
void prove(const fs::path& path, const WrittenFile& written) {
  const std::string bytes = bytes_on_disk(path, written.bytes);
  if (bytes.size() != written.bytes || sha256_hex(bytes) != written.sha256) {
    throw DiskDiffers(
        "{}: the disk does not hold what was written. Nothing was published; look at the disk"_m(written.name));
  }
}

}  // namespace

/// A file that goes away when writing it fails.
struct Unfinished {
  fs::path path;
  bool finished = false;
  ~Unfinished() {
    if (!finished) ::unlink(path.c_str());
  }
};

class Publication::Output final : public Staged {
 public:
  Output(fs::path target, Access access) : target_(std::move(target)), access_(access) {
    clear_abandoned(parent_of(target_));
    std::tie(folder_, lock_) = hidden_folder(parent_of(target_), target_);
  }
  ~Output() override {
    remove(folder_);  // after `place` a folder has another name, and is not there
  }

  const fs::path& target() const { return target_; }
  const fs::path& folder() const override { return folder_; }
  const std::vector<WrittenFile>& files() const override { return files_; }
  void add(const std::string& name, std::string_view bytes) override {
    EXPECT(!is_file_ && !name.empty() && fs::path(name).is_relative() && name.find("..") == std::string::npos);
    write(name, bytes);
  }

  void set_file(std::string_view bytes, Access access) {
    EXPECT(files_.empty() && !proof_);
    is_file_ = true;
    access_ = access;
    write(target_.filename().string(), bytes);
  }
  fs::path set_open(Proof proof) {
    EXPECT(files_.empty() && !proof_);
    is_file_ = true;
    access_ = Access::owner;
    proof_ = std::move(proof);
    const fs::path path = content();
    Descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, owner_file).close();
    return path;
  }

  bool is_file() const { return is_file_; }
  /// A name that was claimed and not used publishes nothing.
  bool empty() const { return files_.empty() && !proof_; }

  void prove_all() const {
    if (proof_) {
      Descriptor file(content(), O_RDWR | O_NOFOLLOW);
      file.sync();
      file.close();
      proof_(content());
    }
    for (const WrittenFile& file : files_) prove(folder_ / file.name, file);
    sync_folder(folder_);
  }
  void place(bool replacing) {
    if (!is_file_ && ::chmod(folder_.c_str(), access_ == Access::owner ? owner_folder : open_folder) != 0)
      fail_with(errno, target_, "cannot set who may read it"_m);
    const fs::path from = is_file_ ? content() : folder_;
    if (!replacing) {
      move_new(from, target_);
    } else if (::rename(from.c_str(), target_.c_str()) != 0) {
      fail_with(errno, target_, "cannot rename to"_m);
    }
    placed_ = true;
  }
  void take_back() noexcept {
    if (!placed_) return;
    const fs::path from = is_file_ ? content() : folder_;
    if (::rename(target_.c_str(), from.c_str()) != 0)
      is_file_ ? static_cast<void>(::unlink(target_.c_str())) : remove(target_);
    placed_ = false;
  }

 private:
  fs::path content() const { return folder_ / target_.filename(); }
  /// By the names that are known, so that a disk on which nothing more can be opened is left clean too.
  void remove(const fs::path& folder) const noexcept {
    for (const WrittenFile& file : files_) ::unlink((folder / file.name).c_str());
    if (is_file_) ::unlink((folder / target_.filename()).c_str());
    if (::rmdir(folder.c_str()) == 0 || errno == ENOENT) return;
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  void write(const std::string& name, std::string_view bytes) {
    Descriptor file(folder_ / name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                    access_ == Access::owner ? owner_file : open_file);
    Unfinished part{folder_ / name};
    file.write_all(bytes);
    file.sync();
    file.close();
    files_.push_back({name, bytes.size(), sha256_hex(bytes)});
    part.finished = true;
  }

  fs::path target_, folder_;
  std::unique_ptr<Descriptor> lock_;
  Access access_;
  bool is_file_ = false, placed_ = false;
  Proof proof_;
  std::vector<WrittenFile> files_;
};

Publication::Publication(Access access) : access_(access) {}
Publication::~Publication() = default;

Publication::Output& Publication::output(const fs::path& target) {
  const fs::path name = target.has_filename() ? target : target.parent_path();
  if (Output* claimed = find(name)) return *claimed;
  if (!replaces_ && stands(name)) throw FolderExists(name);
  outputs_.push_back(std::make_unique<Output>(name, access_));
  return *outputs_.back();
}

Publication::Output* Publication::find(const fs::path& target) const {
  const auto place = [](const fs::path& path) { return fs::absolute(path).lexically_normal(); };
  for (const auto& one : outputs_) {
    if (place(one->target()) == place(target)) return one.get();
  }
  return nullptr;
}

void Publication::claim(const fs::path& target) {
  if (find(target.has_filename() ? target : target.parent_path()) != nullptr) throw FolderExists(target);
  output(target);
}
Staged& Publication::at(const fs::path& target) { return output(target); }

void Publication::file(const fs::path& target, std::string_view bytes) { output(target).set_file(bytes, access_); }

void Publication::private_file(const fs::path& target, std::string_view bytes) {
  output(target).set_file(bytes, Access::owner);
}

fs::path Publication::open(const fs::path& target, Proof proof) { return output(target).set_open(std::move(proof)); }

void Publication::each_folder(const std::function<void(Staged&)>& visit) {
  for (const auto& one : outputs_) {
    if (!one->is_file() && !one->files().empty()) visit(*one);
  }
}

void Publication::join(std::unique_ptr<Joined> other) { joined_.push_back(std::move(other)); }

void Publication::take_back() noexcept {
  for (auto one = outputs_.rbegin(); one != outputs_.rend(); ++one) (*one)->take_back();
}

void Publication::commit() {
  std::erase_if(outputs_, [](const auto& one) { return one->empty(); });
  for (const auto& one : outputs_) one->prove_all();
  try {
    std::set<fs::path> parents;
    for (const auto& one : outputs_) {
      one->place(replaces_);
      parents.insert(parent_of(one->target()));
    }
    for (const fs::path& parent : parents) sync_folder(parent);
    for (const auto& other : joined_) other->keep();
  } catch (...) {
    take_back();
    throw;
  }
  joined_.clear();
  outputs_.clear();
}

void publish_file(const fs::path& path, std::string_view bytes) {
  Publication files;
  files.replaces_ = true;
  files.file(path, bytes);
  files.commit();
}

void clear_abandoned(const fs::path& folder) noexcept {
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
    try {
      if (!is_hidden_name(entry->path().filename().string())) continue;
      struct stat status {};
      if (::lstat(entry->path().c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        continue;
      const Descriptor lock(entry->path(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) continue;
      std::error_code stays;
      fs::remove_all(entry->path(), stays);
    } catch (const std::exception&) {
      continue;  // it vanished, or is another's: the next start looks again
    }
  }
}

}  // namespace disburse
