#pragma once
// The sums of one part of a run as a file, type disburse-part; outputs/formats/part.md describes it.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "engine/base/digest.hpp"
#include "engine/base/error.hpp"
#include "engine/base/piece_store.hpp"
#include "engine/base/share.hpp"
#include "engine/support/files.hpp"

namespace disburse {

/// What stands before a part's sums.
struct PartHead {
  Share share;
  std::string command;   ///< of the whole run, ready for a shell
  std::string identity;  ///< what the sums belong to: lines of text that are equal in all parts of a run
};

/// No run is cut into more parts.
inline constexpr std::size_t most_parts = 1'000'000;

/// Writes a part's sums as they are handed in. Errors of all: FileFailure.
class PartWriter : public PieceStore {
 public:
  /// Begins the file where a publication lets it be made; what stands there is written over.
  PartWriter(const std::filesystem::path& path, const PartHead& head);
  /// Nothing: what is written is read back from the whole file.
  bool find(const PieceKey&, std::span<std::int64_t>) const override { return false; }
  void add(const PieceKey& key, std::span<const std::int64_t> numbers) override;
  /// Writes the end, without which the part counts as unfinished.
  void finish();

 private:
  void write(std::string_view bytes);

  Descriptor file_;
  Sha256 digest_;
  std::mutex guard_;
  std::uint64_t records_ = 0;
};

/// A part that was read and holds: its end is there, and its digest is that of its bytes. Any thread may ask.
class PartFile : public PieceStore {
 public:
  /// Errors: InputRejected(Door::data): no part, of another version, unfinished, or changed after it was written.
  explicit PartFile(const std::filesystem::path& path);
  const std::string& path() const { return path_; }
  const PartHead& head() const { return head_; }
  /// Errors: FileFailure.
  bool find(const PieceKey& key, std::span<std::int64_t> numbers) const override;
  /// Errors: ProgramFault, always: a finished part takes nothing more.
  void add(const PieceKey& key, std::span<const std::int64_t> numbers) override;

 private:
  struct Record {
    std::size_t begin = 0, count = 0;  // where its numbers stand in the file
  };

  std::string path_;
  Descriptor file_;
  PartHead head_;
  std::map<PieceKey, Record> records_;
};

/// Whether a file begins as a part does. Errors: FileFailure.
bool is_part_file(const std::filesystem::path& path);

/// All parts of one run, in their order, whatever the order of their names.
/// Errors: InputRejected(Door::data) with everything: those of PartFile, parts of other runs, one that stands twice or
/// is missing.
std::vector<std::unique_ptr<PartFile>> complete_parts(const std::vector<std::string>& files);

}  // namespace disburse
