#include "engine/support/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/base/error.hpp"

namespace disburse {

namespace fs = std::filesystem;

void fail_with(int code, const fs::path& path, const Message& what) { throw FileFailure(code, path.string(), what); }

Descriptor::Descriptor(fs::path path, int flags, unsigned mode)
    : path_(std::move(path)), fd_(::open(path_.c_str(), flags | O_CLOEXEC, mode)) {
  if (fd_ < 0) fail_with(errno, path_, "cannot open"_m);
  if ((flags & O_CREAT) != 0 && ::fchmod(fd_, mode) != 0) {
    const int code = errno;
    ::close(fd_);
    fail_with(code, path_, "cannot set who may read it"_m);
  }
}

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

std::string Descriptor::read(std::size_t most) const {
  std::string bytes(most, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(fd_, bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_with(errno, path_, "cannot read"_m);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

void Descriptor::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_with(errno, path_, "cannot write"_m);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Descriptor::sync() {
  if (::fsync(fd_) != 0 && errno != EINVAL) fail_with(errno, path_, "cannot sync"_m);
}

void Descriptor::close() {
  const int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) fail_with(errno, path_, "cannot close"_m);
}

std::string read_file(const fs::path& path, std::size_t limit) {
  // Opened first and asked afterwards, so that both speak of the same file; a pipe must not block.
  const Descriptor file(path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail_with(errno, path, "cannot open"_m);
  if (!S_ISREG(status.st_mode)) throw Failure("{}: is not a regular file"_m(path.string()));
  if (static_cast<std::size_t>(status.st_size) > limit) {
    throw Failure("{}: is larger than {} bytes"_m(path.string(), limit));
  }
  return file.read(static_cast<std::size_t>(status.st_size));
}

std::string read_input(const fs::path& path, std::size_t limit, Door door) {
  InputErrors errors;
  try {
    return read_file(path, limit);
  } catch (const std::exception& error) {
    errors.add({path.string(), 0, 0}, "", "cannot be read: {}"_m(message_of(error)),
               "nothing can be computed without it"_m, "Check the name and the permissions"_m);
  }
  throw InputRejected(door, std::move(errors));
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

}  // namespace disburse
