#include "engine/storage/part_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

namespace disburse {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view opening = "disburse-part 1\n";
constexpr std::size_t version_at = opening.size() - 2;
constexpr std::size_t longest_text = std::size_t{1} << 20;  // of command and identity
constexpr std::uint64_t end_kind = ~std::uint64_t{0};
constexpr std::size_t digest_size = 65;  // hexadecimal, and a line feed
const Message run_again = "Run this part again, or copy it again from where it was made"_m;

/// What stands before the numbers of a record; the end has the number of records and no numbers.
struct RecordHead {
  std::uint64_t kind, first, count;
};

std::string_view bytes_of(const RecordHead& head) { return {reinterpret_cast<const char*>(&head), sizeof head}; }

/// The opening, the part's number, the number of parts, and both texts, each with its length before it.
std::string head_bytes(const PartHead& head) {
  EXPECT(head.command.size() <= longest_text && head.identity.size() <= longest_text);
  std::string bytes(opening);
  const auto add_number = [&](std::uint64_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  add_number(head.share.index);
  add_number(head.share.count);
  for (const std::string* text : {&head.command, &head.identity}) {
    add_number(text->size());
    bytes += *text;
  }
  return bytes;
}

std::size_t size_of(const Descriptor& file, const fs::path& path) {
  const off_t end = ::lseek(file.get(), 0, SEEK_END);
  if (end < 0) fail_with(errno, path, "cannot seek"_m);
  return static_cast<std::size_t>(end);
}

/// False at the end of the file.
bool read_at(const Descriptor& file, const fs::path& path, std::size_t at, void* into, std::size_t size) {
  auto* bytes = static_cast<char*>(into);
  while (size > 0) {
    const ssize_t got = ::pread(file.get(), bytes, size, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_with(errno, path, "cannot read"_m);
    if (got == 0) return false;
    bytes += got;
    at += static_cast<std::size_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

/// Reads a part from its beginning; every byte goes into the digest.
class Reading {
 public:
  Reading(const Descriptor& file, const fs::path& path) : file_(file), path_(path), size_(size_of(file, path)) {}

  std::size_t at() const { return at_; }
  std::size_t left() const { return size_ - at_; }
  std::string hex() { return digest_.hex(); }

  bool take(void* into, std::size_t size) {
    if (size > left() || !read_at(file_, path_, at_, into, size)) return false;
    digest_.add({static_cast<const char*>(into), size});
    at_ += size;
    return true;
  }

  bool skip(std::size_t size) {
    std::string block(std::min(size, std::size_t{1} << 20), '\0');
    for (; size > 0; size -= std::min(size, block.size())) {
      if (!take(block.data(), std::min(size, block.size()))) return false;
    }
    return true;
  }

  bool take_text(std::string& text) {
    std::uint64_t size = 0;
    if (!take(&size, sizeof size) || size > longest_text || size > left()) return false;
    text.resize(size);
    return take(text.data(), size);
  }

 private:
  const Descriptor& file_;
  const fs::path& path_;
  std::size_t size_, at_ = 0;
  Sha256 digest_;
};

[[noreturn]] void reject(const std::string& path, Message problem, Message why, Message remedy) {
  InputErrors errors;
  errors.add({path, 0, 0}, "", std::move(problem), std::move(why), std::move(remedy));
  throw InputRejected(Door::data, std::move(errors));
}

[[noreturn]] void reject_unfinished(const std::string& path) {
  reject(path, "this part of a run is not finished"_m, "its end is missing: it was cut off, or its run did not end"_m,
         run_again);
}

PartHead read_head(Reading& reading, const std::string& path) {
  std::string found(opening.size(), '\0');
  if (!reading.take(found.data(), found.size()) || !found.starts_with(opening.substr(0, version_at)) ||
      found.back() != '\n') {
    reject(path, "is no part of a run"_m, "only parts are merged"_m, "Name what `disburse run --part` has written"_m);
  }
  if (found != opening) {
    reject(path, "is a part of another version of this format"_m, "its sums may mean something else"_m,
           "Run all parts with the same program"_m);
  }
  PartHead head;
  std::array<std::uint64_t, 2> numbers{};
  if (!reading.take(numbers.data(), sizeof numbers) || !reading.take_text(head.command) ||
      !reading.take_text(head.identity))
    reject_unfinished(path);
  head.share = {numbers[0], numbers[1]};
  if (head.share.count > most_parts || head.share.index >= head.share.count)
    reject(path, "was changed after it was written"_m, "no run has such a part"_m, run_again);
  return head;
}

Descriptor opened(const std::string& path) {
  try {
    return {path, O_RDONLY | O_NONBLOCK | O_CLOEXEC};
  } catch (const FileFailure& failure) {
    reject(path, "this part cannot be read: {}"_m(message_of(failure)), "its sums are wanted"_m,
           "Name the file that `disburse run --part` has written"_m);
  }
}

}  // namespace

PartWriter::PartWriter(const fs::path& path, const PartHead& head)
    : file_(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600) {
  write(head_bytes(head));
}

void PartWriter::write(std::string_view bytes) {
  digest_.add(bytes);
  file_.write_all(bytes);
}

void PartWriter::add(const PieceKey& key, std::span<const std::int64_t> numbers) {
  EXPECT(key.kind != end_kind);
  const std::lock_guard lock(guard_);
  write(bytes_of({key.kind, key.first, numbers.size()}));
  write({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
  ++records_;
}

void PartWriter::finish() {
  write(bytes_of({end_kind, records_, 0}));
  file_.write_all(digest_.hex() + "\n");
  file_.sync();
  file_.close();
}

PartFile::PartFile(const fs::path& path) : path_(path.string()), file_(opened(path_)) {
  Reading reading(file_, path_);
  head_ = read_head(reading, path_);
  RecordHead head{};
  while (true) {
    if (!reading.take(&head, sizeof head)) reject_unfinished(path_);
    if (head.kind == end_kind) break;
    const std::size_t begin = reading.at();
    if (head.count > reading.left() / sizeof(std::int64_t)) reject_unfinished(path_);
    records_[{head.kind, head.first}] = {begin, head.count};
    if (!reading.skip(head.count * sizeof(std::int64_t))) reject_unfinished(path_);
  }
  const std::string digest = reading.hex() + "\n";
  std::string stated(digest_size, '\0');
  if (reading.left() < digest_size) reject_unfinished(path_);
  if (!read_at(file_, path_, reading.at(), stated.data(), stated.size())) reject_unfinished(path_);
  const bool whole = reading.left() == digest_size && head.first == records_.size() && head.count == 0;
  if (!whole || stated != digest)
    reject(path_, "was changed after it was written"_m, "its digest is not that of its bytes"_m, run_again);
}

bool PartFile::find(const PieceKey& key, std::span<std::int64_t> numbers) const {
  const auto found = records_.find(key);
  if (found == records_.end() || found->second.count != numbers.size()) return false;
  if (!read_at(file_, path_, found->second.begin, numbers.data(), numbers.size_bytes()))
    fail_with(EIO, path_, "cannot read"_m);
  return true;
}

void PartFile::add(const PieceKey&, std::span<const std::int64_t>) {
  throw ProgramFault("a part that is read takes nothing more");
}

bool is_part_file(const fs::path& path) {
  const Descriptor file(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  std::string found(opening.size(), '\0');
  return read_at(file, path, 0, found.data(), found.size()) && found.starts_with(opening.substr(0, version_at));
}

}  // namespace disburse
