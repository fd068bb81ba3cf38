#pragma once
// The parts of a zip archive from a stranger: sizes are bounded before anything is unpacked.
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace disburse {

/// What is wrong with an archive, in words that a message can hold.
class ArchiveDamaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ZipReader {
 public:
  /// `bytes` must outlive the reader. Errors: ArchiveDamaged when they are no zip archive.
  explicit ZipReader(std::string_view bytes);

  bool has(const std::string& name) const;
  std::vector<std::string> names() const;  ///< of all parts, in their order
  /// The unpacked part; empty when there is none. Errors: ArchiveDamaged when it is encrypted, broken or when it and
  /// those read before would be larger than `most_bytes` in all.
  std::optional<std::string> part(const std::string& name);

  static constexpr std::size_t most_bytes = std::size_t{768} << 20;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::size_t read_ = 0;
};

}  // namespace disburse
