#include "engine/support/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "engine/support/files.hpp"

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view opening = "disburse-journal 2\n";
constexpr std::size_t version_at = opening.size() - 2;
constexpr std::string_view end_of_identity = "\n\n";
constexpr std::size_t sum_digits = 9;  // eight and a line feed
constexpr std::size_t longest_head = std::size_t{64} << 10;
constexpr std::size_t page = 4096;  // what a disk writes, or not, as one

/// What stands before the numbers of a record.
struct Head {
  std::uint64_t kind, first, count;
  std::uint32_t sum;  // CRC-32 of the journal's head, of kind, first, count, spare and of the numbers
  std::uint32_t spare;
};

std::uint32_t sum_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// `seed` is the sum of the journal's head: a record of another journal does not pass.
std::uint32_t sum_of(std::uint32_t seed, const Head& head, std::span<const std::int64_t> numbers) {
  const std::uint64_t fields[] = {head.kind, head.first, head.count, head.spare};
  auto sum = crc32(seed, reinterpret_cast<const Bytef*>(fields), sizeof fields);
  if (numbers.empty())
    return static_cast<std::uint32_t>(sum);  // of no buffer the library says 0, as a page of zeros does
  return static_cast<std::uint32_t>(
      crc32(sum, reinterpret_cast<const Bytef*>(numbers.data()), static_cast<uInt>(numbers.size_bytes())));
}

/// What stands before the records: opening, identity, and the sum of both.
std::string head_of(const std::string& identity) {
  const std::string text = std::string(opening) + identity + std::string(end_of_identity);
  return text + fmt::format("{:08x}\n", sum_of(text));
}

/// The head at the beginning of a file; empty where there is none or its sum does not hold.
std::string head_in(std::string_view bytes) {
  if (!bytes.starts_with(opening)) return "";
  const std::size_t end = bytes.find(end_of_identity, opening.size());
  if (end == std::string_view::npos) return "";
  const std::string head = head_of(std::string(bytes.substr(opening.size(), end - opening.size())));
  return bytes.starts_with(head) ? head : "";
}

std::string identity_of(const std::string& head) {
  return head.substr(opening.size(), head.size() - opening.size() - end_of_identity.size() - sum_digits);
}

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void write_at(int handle, const fs::path& file, std::size_t at, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(handle, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_with(errno, file, "cannot write"_m);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    at += static_cast<std::size_t>(written);
  }
}

/// False at the end of the file.
bool read_at(int handle, const fs::path& file, std::size_t at, void* into, std::size_t size) {
  auto* bytes = static_cast<char*>(into);
  while (size > 0) {
    const ssize_t got = ::pread(handle, bytes, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_with(errno, file, "cannot read"_m);
    if (got == 0) return false;
    bytes += got;
    at += static_cast<std::size_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

std::size_t size_of(int handle, const fs::path& file) {
  const off_t end = ::lseek(handle, 0, SEEK_END);
  if (end < 0) fail_with(errno, file, "cannot seek"_m);
  return static_cast<std::size_t>(end);
}

std::string beginning(int handle, const fs::path& file, std::size_t size) {
  std::string bytes(std::min(size, longest_head), '\0');
  if (!read_at(handle, file, 0, bytes.data(), bytes.size())) fail_with(EIO, file, "cannot read"_m);
  return bytes;
}

/// Visits the records that hold, with the place of their numbers, and returns the end of the last: a record that was
/// cut off, never reached the disk or was changed ends them, and what follows it is not believed.
template <class Visit>
std::size_t good_records(int handle, const fs::path& file, const std::string& head_text, const Visit& visit) {
  const std::uint32_t seed = sum_of(head_text);
  const std::size_t size = size_of(handle, file);
  std::size_t end = head_text.size();
  Head head{};
  std::vector<std::int64_t> numbers;
  while (size >= end && size - end >= sizeof head && read_at(handle, file, end, &head, sizeof head)) {
    if (head.count > (size - end - sizeof head) / sizeof(std::int64_t)) break;
    numbers.resize(head.count);
    const std::size_t begin = end + sizeof head;
    if (!read_at(handle, file, begin, numbers.data(), head.count * sizeof(std::int64_t))) break;
    if (head.sum != sum_of(seed, head, numbers)) break;
    visit(head, begin);
    end = begin + head.count * sizeof(std::int64_t);
  }
  return end;
}

/// The head as a crash or a flipped bit leaves it: pages that never reached the disk are zeros, one byte may differ.
bool resembles(std::string_view bytes, const std::string& head_text) {
  std::size_t others = 0;
  for (std::size_t at = 0; at < std::min(bytes.size(), head_text.size()); ++at)
    others += static_cast<std::size_t>(bytes[at] != head_text[at] && bytes[at] != '\0');
  return others == 0 || (others == 1 && bytes.size() >= head_text.size());
}

/// The head on a page where it does not belong.
bool stands_elsewhere(int handle, const fs::path& file, const std::string& head_text) {
  const std::size_t size = size_of(handle, file);
  std::string bytes(head_text.size(), '\0');
  for (std::size_t at = page; at + bytes.size() <= size; at += page) {
    if (read_at(handle, file, at, bytes.data(), bytes.size()) && bytes == head_text) return true;
  }
  return false;
}

}  // namespace

Journal::Journal(const fs::path& file, std::string identity) : file_(file), head_(head_of(identity)) {
  constexpr unsigned permissions = 0600;
  EXPECT(head_.size() < longest_head && identity.find(end_of_identity) == std::string::npos);
  handle_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, permissions);
  if (handle_ < 0) fail_with(errno, file, "cannot open"_m);
  try {
    if (::flock(handle_, LOCK_EX | LOCK_NB) != 0)
      throw JournalUnusable("{}: is in use by another run. Wait for it, or name another journal"_m(file.string()));
    read_all();
  } catch (...) {
    ::close(handle_);
    throw;
  }
}

Journal::~Journal() {
  ::fdatasync(handle_);
  ::close(handle_);
}

bool Journal::is_ours(std::string_view bytes) const {
  if (bytes.starts_with(head_)) return true;
  if (const std::string other = head_in(bytes); !other.empty()) {
    throw JournalUnusable("{}: belongs to another run:\n{}\nThis run is:\n{}\nName another journal"_m(
        file_.string(), identity_of(other), identity_of(head_)));
  }
  // Records tell by their sums whose they are, also where the head is gone.
  if (good_records(handle_, file_, head_, [](const Head&, std::size_t) {}) > head_.size()) return false;
  if (bytes.size() < head_.size() && head_.starts_with(bytes)) return false;  // new, or cut off at birth
  const bool other_version = bytes.size() >= opening.size() && bytes.starts_with(opening.substr(0, version_at)) &&
                             bytes[version_at] != opening[version_at] && bytes[version_at + 1] == '\n';
  if (!other_version && (resembles(bytes, head_) || stands_elsewhere(handle_, file_, head_))) return false;
  throw JournalUnusable("{}: is no journal of this version of the program. Name another file"_m(file_.string()));
}

void Journal::read_all() {
  const std::size_t size = size_of(handle_, file_);
  const bool whole_head = is_ours(beginning(handle_, file_, size));
  if (!whole_head) write_at(handle_, file_, 0, head_);
  end_ = good_records(handle_, file_, head_, [&](const Head& head, std::size_t begin) {
    pieces_[{head.kind, head.first}] = {begin, head.count};
  });
  if (size > end_) {
    loss_ =
        "{}: from byte {} on {} bytes were cut off or damaged and are dropped; {} finished pieces are kept, the rest "
        "is "
        "worked out again"_m(file_.string(), end_, size - end_, pieces_.size());
  } else if (!whole_head && !pieces_.empty()) {
    loss_ = "{}: its first lines were damaged and are mended; all {} finished pieces are kept"_m(file_.string(),
                                                                                                 pieces_.size());
  }
  if (::ftruncate(handle_, static_cast<off_t>(end_)) != 0) fail_with(errno, file_, "cannot truncate"_m);
}

bool Journal::find(const PieceKey& key, std::span<std::int64_t> numbers) const {
  const std::lock_guard lock(guard_);
  const auto found = pieces_.find(key);
  if (found == pieces_.end() || found->second.count != numbers.size()) return false;
  if (!read_at(handle_, file_, found->second.begin, numbers.data(), numbers.size_bytes()))
    fail_with(EIO, file_, "cannot read"_m);
  return true;
}

void Journal::add(const PieceKey& key, std::span<const std::int64_t> numbers) {
  Head head{key.kind, key.first, numbers.size(), 0, 0};
  head.sum = sum_of(sum_of(head_), head, numbers);
  std::string record(reinterpret_cast<const char*>(&head), sizeof head);
  if (!numbers.empty()) record.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
  const std::lock_guard lock(guard_);
  write_at(handle_, file_, end_, record);  // what a failure leaves half written, the next record writes over
  pieces_[key] = {end_ + sizeof head, numbers.size()};
  end_ += record.size();
  if (const std::int64_t now = seconds_now(); now != last_sync_) {
    last_sync_ = now;
    if (::fdatasync(handle_) != 0) fail_with(errno, file_, "cannot sync"_m);
  }
}

std::size_t Journal::pieces() const {
  const std::lock_guard lock(guard_);
  return pieces_.size();
}

std::optional<JournalState> journal_state(const fs::path& file) {
  const Descriptor open(file, O_RDONLY | O_NONBLOCK);
  const std::size_t size = size_of(open.get(), file);
  const std::string bytes = beginning(open.get(), file, size);
  if (!bytes.starts_with(opening.substr(0, opening.find(' ')))) return std::nullopt;
  JournalState state;
  const std::string head = head_in(bytes);
  if (!head.empty()) {
    state.identity = identity_of(head);
    state.good = good_records(open.get(), file, head, [&](const Head&, std::size_t) { ++state.pieces; });
  }
  state.lost = size - state.good;
  return state;
}

}  // namespace disburse
