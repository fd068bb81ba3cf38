#include "engine/support/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <system_error>

namespace disburse {
namespace {

constexpr std::string_view opening = "disburse-journal 1\n";

/// What stands before the numbers of a record.
struct Head {
  std::uint64_t kind, first, count;
  std::uint32_t sum;  // CRC-32 of kind, first, count and the numbers
  std::uint32_t spare;
};

std::uint32_t sum_of(const Head& head, std::span<const std::int64_t> numbers) {
  const std::uint64_t fields[] = {head.kind, head.first, head.count};
  auto sum = crc32(0, reinterpret_cast<const Bytef*>(fields), sizeof fields);
  return static_cast<std::uint32_t>(
      crc32(sum, reinterpret_cast<const Bytef*>(numbers.data()), static_cast<uInt>(numbers.size_bytes())));
}

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
  throw std::system_error(errno, std::generic_category(), file.string() + ": " + what);
}

void write_all(int handle, const std::filesystem::path& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(handle, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(file, "cannot write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// False at the end of the file.
bool read_at(int handle, const std::filesystem::path& file, std::size_t at, void* into, std::size_t size) {
  auto* bytes = static_cast<char*>(into);
  while (size > 0) {
    const ssize_t got = ::pread(handle, bytes, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(file, "cannot read");
    if (got == 0) return false;
    bytes += got;
    at += static_cast<std::size_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

Journal::Journal(const std::filesystem::path& file, std::string identity) : file_(file) {
  constexpr unsigned permissions = 0600;
  handle_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, permissions);
  if (handle_ < 0) fail(file, "cannot open");
  try {
    if (::flock(handle_, LOCK_EX | LOCK_NB) != 0)
      throw JournalUnusable(file.string() + ": is in use by another run. Wait for it, or name another journal");
    read_all(identity);
  } catch (...) {
    ::close(handle_);
    throw;
  }
}

Journal::~Journal() {
  ::fdatasync(handle_);
  ::close(handle_);
}

void Journal::read_all(const std::string& identity) {
  const std::string head_text = std::string(opening) + identity + "\n\n";
  const off_t end = ::lseek(handle_, 0, SEEK_END);
  if (end < 0) fail(file_, "cannot seek");
  const auto size = static_cast<std::size_t>(end);
  constexpr std::size_t longest_identity = std::size_t{64} << 10;
  std::string bytes(std::min(size, std::max(head_text.size(), longest_identity)), '\0');
  if (!read_at(handle_, file_, 0, bytes.data(), bytes.size())) fail(file_, "cannot read");
  if (bytes.size() < head_text.size() && head_text.starts_with(bytes)) {  // new, or cut off at birth
    if (::ftruncate(handle_, 0) != 0 || ::lseek(handle_, 0, SEEK_SET) < 0) fail(file_, "cannot truncate");
    write_all(handle_, file_, head_text);
    end_ = head_text.size();
    return;
  }
  if (!bytes.starts_with(opening)) {
    throw JournalUnusable(file_.string() +
                          ": is no journal of this version of the program. Name another file, or remove it");
  }
  if (!bytes.starts_with(head_text)) {
    const std::string held = bytes.substr(opening.size(), bytes.find("\n\n") - opening.size());
    throw JournalUnusable(file_.string() + ": belongs to another run:\n" + held + "\nThis run is:\n" + identity +
                          "\nName another journal");
  }
  end_ = head_text.size();
  Head head{};
  std::vector<std::int64_t> numbers;
  while (size - end_ >= sizeof head && read_at(handle_, file_, end_, &head, sizeof head)) {
    if (head.count > (size - end_ - sizeof head) / sizeof(std::int64_t)) break;  // cut off
    numbers.resize(head.count);
    const std::size_t begin = end_ + sizeof head;
    if (!read_at(handle_, file_, begin, numbers.data(), head.count * sizeof(std::int64_t))) break;
    if (head.sum != sum_of(head, numbers)) {
      throw JournalUnusable(file_.string() + ": is damaged at byte " + std::to_string(end_) +
                            " (a check sum fails). Remove it; the run begins anew");
    }
    pieces_[{head.kind, head.first}] = {begin, head.count};
    end_ = begin + head.count * sizeof(std::int64_t);
  }
  if (::ftruncate(handle_, static_cast<off_t>(end_)) != 0) fail(file_, "cannot truncate");
  if (::lseek(handle_, 0, SEEK_END) < 0) fail(file_, "cannot seek");
}

bool Journal::find(const PieceKey& key, std::span<std::int64_t> numbers) const {
  const std::lock_guard lock(guard_);
  const auto found = pieces_.find(key);
  if (found == pieces_.end() || found->second.count != numbers.size()) return false;
  if (!read_at(handle_, file_, found->second.begin, numbers.data(), numbers.size_bytes())) fail(file_, "cannot read");
  return true;
}

void Journal::add(const PieceKey& key, std::span<const std::int64_t> numbers) {
  Head head{key.kind, key.first, numbers.size(), 0, 0};
  head.sum = sum_of(head, numbers);
  std::string record(sizeof head + numbers.size_bytes(), '\0');
  std::memcpy(record.data(), &head, sizeof head);
  if (!numbers.empty()) std::memcpy(record.data() + sizeof head, numbers.data(), numbers.size_bytes());
  const std::lock_guard lock(guard_);
  write_all(handle_, file_, record);
  pieces_[key] = {end_ + sizeof head, numbers.size()};
  end_ += record.size();
  if (const std::int64_t now = seconds_now(); now != last_sync_) {
    last_sync_ = now;
    if (::fdatasync(handle_) != 0) fail(file_, "cannot sync");
  }
}

std::size_t Journal::pieces() const {
  const std::lock_guard lock(guard_);
  return pieces_.size();
}

}  // namespace disburse
