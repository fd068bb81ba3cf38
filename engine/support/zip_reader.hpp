#pragma once
// The parts of a zip archive from a stranger: sizes and ratios are bounded before anything is unpacked.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

struct zip;
struct zip_file;

namespace disburse {

/// What is wrong with an archive, in words that a message can hold.
class ArchiveDamaged : public Failure {
 public:
  using Failure::Failure;
};

/// One part as it is unpacked, piece by piece.
class ZipPart {
 public:
  /// At most `room` bytes; 0 at the end. Errors: ArchiveDamaged where the part is broken or longer than it said.
  std::size_t read(char* to, std::size_t room);

 private:
  friend class ZipReader;
  struct Close {
    void operator()(zip_file* file) const;
  };
  std::unique_ptr<zip_file, Close> file_;
  std::string name_;
  std::uint64_t left_ = 0;
};

class ZipReader {
 public:
  /// `bytes` must outlive the reader. Errors: ArchiveDamaged when they are no zip archive.
  explicit ZipReader(std::string_view bytes);

  bool has(const std::string& name) const;
  std::vector<std::string> names() const;  ///< of all parts, in their order
  /// The name of the part that is meant by `name`, whatever its capitals and slashes; empty when there is none.
  /// Errors: ArchiveDamaged when two parts could be meant.
  std::optional<std::string> meant(std::string_view name) const;
  /// The unpacked part; empty when there is none. Errors: ArchiveDamaged when it is encrypted, broken, when it and
  /// those read before would be larger than `most_bytes` in all, or when it unpacks to far more than any real file.
  std::optional<std::string> part(const std::string& name);
  /// The same, piece by piece.
  std::optional<ZipPart> open(const std::string& name);

  static constexpr std::size_t most_bytes = std::size_t{768} << 20;
  /// A part beyond so many bytes must not be packed into less than one part in `most_ratio`: a sheet of a real office
  /// packs to a tenth, one of blank cells too.
  static constexpr std::size_t unsuspected_bytes = std::size_t{16} << 20;
  static constexpr std::size_t most_ratio = 60;
  static constexpr std::int64_t most_parts = 10'000;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, std::vector<std::string>> by_plain_name_;
  std::size_t read_ = 0;
};

}  // namespace disburse
