#include "engine/support/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <system_error>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

constexpr std::string_view opening = "disburse-journal 1\n";
constexpr std::size_t largest_file = std::size_t{64} << 30;

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
  const std::string bytes = read_file(file_, largest_file);
  const std::string head_text = std::string(opening) + identity + "\n\n";
  if (bytes.size() < head_text.size() && head_text.starts_with(bytes)) {  // new, or cut off at birth
    if (::ftruncate(handle_, 0) != 0) fail(file_, "cannot truncate");
    write_all(handle_, file_, head_text);
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
  std::size_t at = head_text.size();
  while (bytes.size() - at >= sizeof(Head)) {
    Head head{};
    std::memcpy(&head, bytes.data() + at, sizeof head);
    if (head.count > (bytes.size() - at - sizeof head) / sizeof(std::int64_t)) break;  // cut off
    std::vector<std::int64_t> numbers(head.count);
    if (head.count > 0) std::memcpy(numbers.data(), bytes.data() + at + sizeof head, head.count * sizeof numbers[0]);
    if (head.sum != sum_of(head, numbers)) {
      throw JournalUnusable(file_.string() + ": is damaged at byte " + std::to_string(at) +
                            " (a check sum fails). Remove it; the run begins anew");
    }
    at += sizeof head + head.count * sizeof(std::int64_t);
    pieces_[{head.kind, head.first}] = std::move(numbers);
  }
  if (::ftruncate(handle_, static_cast<off_t>(at)) != 0) fail(file_, "cannot truncate");
  if (::lseek(handle_, 0, SEEK_END) < 0) fail(file_, "cannot seek");
}

bool Journal::find(const PieceKey& key, std::span<std::int64_t> numbers) const {
  const std::lock_guard lock(guard_);
  const auto found = pieces_.find(key);
  if (found == pieces_.end() || found->second.size() != numbers.size()) return false;
  std::copy(found->second.begin(), found->second.end(), numbers.begin());
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
  pieces_[key].assign(numbers.begin(), numbers.end());
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
