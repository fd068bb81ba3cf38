#pragma once
// A journal (日志) of finished pieces of a long computation: what was finished before the program died is not done
// again.
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace disburse {

/// The journal cannot be used. The text names file, problem and remedy.
class JournalUnusable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Which piece a record holds; the owner gives the numbers their meaning.
struct PieceKey {
  std::uint64_t kind = 0, first = 0;
  friend auto operator<=>(const PieceKey&, const PieceKey&) = default;
};

/// A file of records of whole numbers, each with its check sum; appended, never changed. A record that was cut off by a
/// crash is dropped when the file is opened. Any thread may call.
class Journal {
 public:
  /// Opens or begins the file. `identity` says what the numbers belong to, in words that a reader of an error
  /// understands; a file of another identity is refused.
  /// Errors: JournalUnusable: no journal, of another version or identity, damaged, or in use by another process;
  /// std::system_error.
  Journal(const std::filesystem::path& file, std::string identity);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// Fills `numbers` when the piece is there with exactly so many.
  bool find(const PieceKey& key, std::span<std::int64_t> numbers) const;
  /// Appends a piece; syncs to the disk at most once a second. Errors: std::system_error (disk full).
  void add(const PieceKey& key, std::span<const std::int64_t> numbers);
  std::size_t pieces() const;

 private:
  void read_all(const std::string& identity);

  std::filesystem::path file_;
  int handle_ = -1;
  std::int64_t last_sync_ = 0;
  mutable std::mutex guard_;
  struct Record {
    std::size_t begin = 0, count = 0;  // where its numbers stand in the file
  };
  std::size_t end_ = 0;  // of the file
  std::map<PieceKey, Record> pieces_;
};

}  // namespace disburse
