#pragma once
// A journal (日志) of finished pieces of a long computation: what was finished before the program died is not done
// again.
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/piece_store.hpp"

namespace disburse {

/// The journal cannot be used. The text names file, problem and remedy.
class JournalUnusable : public Failure {
 public:
  using Failure::Failure;
};

/// What stands in a journal, told without changing it.
struct JournalState {
  std::string identity;    ///< what its numbers belong to; empty where its first lines are damaged
  std::size_t pieces = 0;  ///< that can be used
  std::size_t good = 0;    ///< bytes up to the end of the last of them
  std::size_t lost = 0;    ///< bytes after that
};
/// Empty where the file is no journal. Errors: FileFailure.
std::optional<JournalState> journal_state(const std::filesystem::path& file);

/// A file of records of whole numbers, each with its check sum; appended, never changed. Whatever a crash or a faulty
/// disk left of it is cut to the records that hold when it is opened. Any thread may call.
class Journal : public PieceStore {
 public:
  /// Opens or begins the file. `identity` says what the numbers belong to, in words that a reader of an error
  /// understands; a file of another identity is refused.
  /// Errors: JournalUnusable: no journal, of another version or identity, or in use by another process;
  /// std::system_error.
  Journal(const std::filesystem::path& file, std::string identity);
  ~Journal() override;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  bool find(const PieceKey& key, std::span<std::int64_t> numbers) const override;
  /// Appends a piece; syncs to the disk at most once a second. Errors: std::system_error (disk full).
  void add(const PieceKey& key, std::span<const std::int64_t> numbers) override;
  std::size_t pieces() const;
  /// What could not be used when it was opened, for people; empty where all could.
  const Message& loss() const { return loss_; }

 private:
  void read_all();
  /// True where its head is whole, false where it is to be written (again). Errors: JournalUnusable: of another.
  bool is_ours(std::string_view bytes) const;

  std::filesystem::path file_;
  std::string head_;  // opening, identity and their sum
  Message loss_;
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
