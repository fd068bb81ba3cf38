#include "engine/parsing/compound_file.hpp"

#include <cstdint>
#include <vector>

namespace disburse {
namespace {

constexpr std::uint32_t last_regular_sector = 0xFFFFFFFAU;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

class CompoundFile {
 public:
  explicit CompoundFile(std::string_view file) : file_(file) {}

  std::optional<std::string> stream(std::string_view name) {
    constexpr std::size_t shift_at = 30;
    constexpr std::size_t directory_at = 48;
    const std::uint32_t shift = number_at(file_, shift_at, 2);
    if (!file_.starts_with("\xD0\xCF\x11\xE0") || (shift != 9 && shift != 12)) return std::nullopt;
    sector_ = std::size_t{1} << shift;
    if (!read_table()) return std::nullopt;
    const auto directory = chain(number_at(file_, directory_at, 4), file_.size());
    return directory ? find(*directory, name) : std::nullopt;
  }

 private:
  std::optional<std::string_view> sector(std::uint32_t number) const {
    const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_;
    if (number > last_regular_sector || begin + sector_ > file_.size()) return std::nullopt;
    return file_.substr(begin, sector_);
  }

  /// The table that tells which sector follows which; its own sectors are listed in the header and beyond it.
  bool read_table() {
    constexpr std::size_t first_at = 76;
    constexpr std::size_t in_header = 109;
    constexpr std::size_t more_at = 68;
    std::vector<std::uint32_t> parts;
    for (std::size_t i = 0; i < in_header; ++i) parts.push_back(number_at(file_, first_at + 4 * i, 4));
    std::uint32_t more = number_at(file_, more_at, 4);
    for (std::size_t guard = 0; more <= last_regular_sector && guard < file_.size() / sector_; ++guard) {
      const auto list = sector(more);
      if (!list) return false;
      for (std::size_t at = 0; at + 4 < sector_; at += 4) parts.push_back(number_at(*list, at, 4));
      more = number_at(*list, sector_ - 4, 4);
    }
    for (const std::uint32_t part : parts) {
      if (part > last_regular_sector) continue;
      const auto entries = sector(part);
      if (!entries) return false;
      for (std::size_t at = 0; at < sector_; at += 4) next_.push_back(number_at(*entries, at, 4));
    }
    return true;
  }

  /// The sectors from `first` on, `size` bytes at most; empty where the chain is broken or runs in a circle.
  std::optional<std::string> chain(std::uint32_t first, std::size_t size) const {
    std::string bytes;
    for (std::uint32_t at = first; at <= last_regular_sector && bytes.size() < size; at = next_[at]) {
      const auto part = sector(at);
      if (!part || at >= next_.size() || bytes.size() > file_.size()) return std::nullopt;
      bytes += *part;
    }
    if (bytes.size() > size) bytes.resize(size);
    return bytes;
  }

  /// A stream below 4,096 bytes stands in pieces of 64 bytes in the stream of the directory's first entry.
  std::optional<std::string> small_chain(std::string_view directory, std::uint32_t first, std::size_t size) const {
    constexpr std::size_t small_table_at = 60;
    constexpr std::size_t piece = 64;
    const auto pieces = chain(number_at(directory, start_at, 4), file_.size());
    const auto table = chain(number_at(file_, small_table_at, 4), file_.size());
    if (!pieces || !table) return std::nullopt;
    std::string bytes;
    for (std::uint32_t at = first; at <= last_regular_sector && bytes.size() < size;
         at = number_at(*table, 4 * std::size_t{at}, 4)) {
      const std::size_t begin = piece * std::size_t{at};
      if (begin + piece > pieces->size() || 4 * std::size_t{at} + 4 > table->size()) return std::nullopt;
      bytes.append(*pieces, begin, piece);
    }
    if (bytes.size() > size) bytes.resize(size);
    return bytes;
  }

  std::optional<std::string> find(std::string_view directory, std::string_view name) const {
    constexpr std::size_t entry_size = 128;
    constexpr std::size_t length_at = 64;
    constexpr std::size_t kind_at = 66;
    constexpr std::size_t size_at = 120;
    constexpr std::uint32_t smallest = 4096;
    for (std::size_t at = 0; at + entry_size <= directory.size(); at += entry_size) {
      const std::string_view entry = directory.substr(at, entry_size);
      if (entry[kind_at] != 2 || number_at(entry, length_at, 2) != 2 * (name.size() + 1)) continue;
      bool same = true;
      for (std::size_t i = 0; i < name.size(); ++i) same = same && entry[2 * i] == name[i] && entry[2 * i + 1] == 0;
      const std::uint32_t size = number_at(entry, size_at, 4);
      if (!same || size > file_.size()) continue;
      const std::uint32_t first = number_at(entry, start_at, 4);
      return size >= smallest ? chain(first, size) : small_chain(directory, first, size);
    }
    return std::nullopt;
  }

  static constexpr std::size_t start_at = 116;  // of an entry's first sector
  std::string_view file_;
  std::size_t sector_ = 0;
  std::vector<std::uint32_t> next_;
};

}  // namespace

std::optional<std::string> compound_stream(std::string_view file, std::string_view name) {
  return CompoundFile(file).stream(name);
}

}  // namespace disburse
