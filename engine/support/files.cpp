#include "engine/support/files.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/error.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
  const int code = errno;  // before the message is built
  throw std::system_error(code, std::generic_category(), path.string() + ": " + what);
}

int open_file(const fs::path& path, int flags, unsigned mode = 0) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  if (fd < 0) fail(path, "cannot open");
  return fd;
}

/// An open file descriptor, closed on scope exit; `close` reports what the destructor cannot.
class Descriptor {
 public:
  /// Takes over an open descriptor; `path` is for messages.
  Descriptor(fs::path path, int fd) noexcept : path_(std::move(path)), fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }

  void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, "cannot write");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() {
    // Folders on some file systems refuse fsync; there the rename is as durable as it gets.
    if (::fsync(fd_) != 0 && errno != EINVAL) fail(path_, "cannot sync");
  }

  void close() {
    const int fd = fd_;
    fd_ = -1;
    if (::close(fd) != 0) fail(path_, "cannot close");
  }

 private:
  fs::path path_;
  int fd_;
};

void sync_folder(const fs::path& folder) {
  const fs::path name = folder.empty() ? fs::path(".") : folder;
  Descriptor descriptor(name, open_file(name, O_RDONLY | O_DIRECTORY));
  descriptor.sync();
}

/// A hidden name beside `path`. The process number keeps two programs apart, `attempt` two threads, and a name that
/// a killed program left behind (in a container the number is often the same).
fs::path beside(const fs::path& path, const char* suffix, int attempt) {
  return path.parent_path() /
         ("." + path.filename().string() + "." + std::to_string(::getpid()) + "." + std::to_string(attempt) + suffix);
}

/// Makes a hidden entry beside `path` under the first name that is free. `make` returns false with errno set.
template <class Make>
fs::path make_beside(const fs::path& path, const char* suffix, const Make& make) {
  constexpr int attempts = 1000;
  for (int attempt = 0;; ++attempt) {
    fs::path name = beside(path, suffix, attempt);
    if (make(name)) return name;
    if (errno != EEXIST || attempt + 1 == attempts) fail(path, "cannot create");
  }
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  // Opened first and asked afterwards, so that both speak of the same file; a pipe must not block.
  const Descriptor file(path, open_file(path, O_RDONLY | O_NONBLOCK));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(path, "cannot open");
  if (!S_ISREG(status.st_mode)) throw std::runtime_error(path.string() + ": is not a regular file");
  if (static_cast<std::size_t>(status.st_size) > limit) {
    throw std::runtime_error(path.string() + ": is larger than " + std::to_string(limit) + " bytes");
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, "cannot read");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

StagedFile::StagedFile(fs::path target, unsigned mode) : target_(std::move(target)) {
  part_ = make_beside(target_, ".part", [&](const fs::path& name) {
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd >= 0) ::close(fd);
    return fd >= 0;
  });
}

StagedFile::~StagedFile() {
  if (!committed_) ::unlink(part_.c_str());
}

void StagedFile::commit() {
  Descriptor file(part_, open_file(part_, O_RDWR | O_NOFOLLOW));
  file.sync();
  file.close();
  if (::rename(part_.c_str(), target_.c_str()) != 0) fail(target_, "cannot rename to");
  committed_ = true;
  sync_folder(target_.parent_path());
}

void publish_file(const fs::path& path, std::string_view bytes, unsigned mode) {
  StagedFile staged(path, mode);
  Descriptor file(staged.path(), open_file(staged.path(), O_WRONLY | O_NOFOLLOW));
  file.write_all(bytes);
  file.close();
  staged.commit();
}

StagedFolder::StagedFolder(fs::path target) : target_(std::move(target)) {
  if (!target_.has_filename()) target_ = target_.parent_path();
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(target_, ignored))) throw FolderExists(target_);
  staging_ = make_beside(target_, ".staging", [](const fs::path& name) { return ::mkdir(name.c_str(), 0755) == 0; });
}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  if (!committed_) fs::remove_all(staging_, ignored);
}

void StagedFolder::add(const std::string& name, std::string_view bytes, unsigned mode) {
  EXPECT(!name.empty() && fs::path(name).is_relative() && name.find("..") == std::string::npos);
  Descriptor file(staging_ / name, open_file(staging_ / name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode));
  file.write_all(bytes);
  file.sync();
  file.close();
}

void StagedFolder::commit() {
  sync_folder(staging_);
  if (::rename(staging_.c_str(), target_.c_str()) != 0) fail(target_, "cannot rename to");
  committed_ = true;
  sync_folder(target_.parent_path());
}

bool is_utf8(std::string_view bytes, std::size_t& offset) {
  std::size_t i = 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  while (i < bytes.size()) {
    const unsigned char lead = byte(i);
    const int extra = lead < 0x80                   ? 0
                      : lead >= 0xC2 && lead < 0xE0 ? 1
                      : lead >= 0xE0 && lead < 0xF0 ? 2
                      : lead >= 0xF0 && lead < 0xF5 ? 3
                                                    : -1;
    offset = i;
    if (extra < 0 || i + static_cast<std::size_t>(extra) >= bytes.size() + (extra == 0 ? 1 : 0)) return false;
    for (int k = 1; k <= extra; ++k) {
      if ((byte(i + static_cast<std::size_t>(k)) & 0xC0) != 0x80) return false;
    }
    if (extra >= 2) {
      const unsigned char second = byte(i + 1);
      const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
      const bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
      if (overlong || outside) return false;
    }
    i += static_cast<std::size_t>(extra) + 1;
  }
  return true;
}

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

namespace {

void check_digest(bool works) {
  if (!works) throw std::runtime_error("SHA-256 is not available in the cryptographic library");
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
  check_digest(state_->context && EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&& other) noexcept = default;

void Sha256::add(std::string_view bytes) {
  check_digest(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  check_digest(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size) == 1);
  static constexpr char hex[] = "0123456789abcdef";
  std::string text;
  text.reserve(std::size_t{2} * size);
  for (unsigned int i = 0; i < size; ++i) {
    text += hex[digest[i] >> 4];
    text += hex[digest[i] & 15];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace disburse
