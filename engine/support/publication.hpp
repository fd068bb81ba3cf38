#pragma once
// The one way out: what a command writes is made beside its name, read back from the disk, and appears as a whole.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace disburse {

/// Who may read what is published: its owner (0600, folders 0700) or everyone (0644, 0755), whatever the umask says.
enum class Access : std::uint8_t { owner, everyone };

/// A file as it was handed in.
struct WrittenFile {
  std::string name;
  std::size_t bytes = 0;
  std::string sha256;
};

/// What stands on the disk is not what was written, though every call said it was.
class DiskDiffers : public Failure {
 public:
  using Failure::Failure;
};

/// One output while it is made: a hidden folder beside its target, locked as long as its program lives. It becomes the
/// target (an output that is a folder) or holds the file that does.
class Staged {
 public:
  virtual ~Staged() = default;
  Staged(const Staged&) = delete;
  Staged& operator=(const Staged&) = delete;
  /// The hidden folder: libraries that need files of their own put them here, and nowhere else.
  virtual const std::filesystem::path& folder() const = 0;
  /// Writes and syncs a file of a folder that is published. Errors: FileFailure; std::system_error.
  virtual void add(const std::string& name, std::string_view bytes) = 0;
  /// What was added, in its order.
  virtual const std::vector<WrittenFile>& files() const = 0;

 protected:
  Staged() = default;
};

/// What stands or falls with a command's files though it is none: a database's open transaction.
class Joined {
 public:
  virtual ~Joined() = default;
  Joined(const Joined&) = delete;
  Joined& operator=(const Joined&) = delete;
  /// Makes it last; called when every file stands. Not called, nothing may be left of it.
  virtual void keep() = 0;

 protected:
  Joined() = default;
};

/// All that one command writes. Until `commit` nothing shows; then everything does, or nothing. A failure on the way,
/// or no `commit`, leaves all as it was. What a killed program left beside a target is removed when the next one
/// claims a name there.
class Publication {
 public:
  /// Reads what was written at a path, as its own reader does; throws what is wrong with it.
  using Proof = std::function<void(const std::filesystem::path&)>;

  explicit Publication(Access access = Access::owner);
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  /// Takes a name before the work. Errors: FolderExists when something stands there or another output has it;
  /// FileFailure when its folder cannot be written.
  void claim(const std::filesystem::path& target);
  /// An output that is a folder, or where the libraries of one that is a file may write. Claims it.
  Staged& at(const std::filesystem::path& target);
  /// A file, from its bytes.
  void file(const std::filesystem::path& target, std::string_view bytes);
  /// The same, for its owner alone whoever may read the rest: what tells of persons.
  void private_file(const std::filesystem::path& target, std::string_view bytes);
  /// For a file that the caller writes himself: where. It is for its owner alone; `proof` reads it back.
  std::filesystem::path open(const std::filesystem::path& target, Proof proof);
  void join(std::unique_ptr<Joined> other);
  /// Visits the outputs that are folders, as far as they are made.
  void each_folder(const std::function<void(Staged&)>& visit);

  /// Reads everything back, renames, syncs; last come those who joined. Errors: FileFailure, DiskDiffers, FolderExists
  /// when a name was taken meanwhile, and what proofs and those who joined throw.
  void commit();

 private:
  class Output;
  Output& output(const std::filesystem::path& target);
  Output* find(const std::filesystem::path& target) const;
  void take_back() noexcept;

  friend void publish_file(const std::filesystem::path& path, std::string_view bytes);

  Access access_;
  bool replaces_ = false;
  std::vector<std::unique_ptr<Output>> outputs_;
  std::vector<std::unique_ptr<Joined>> joined_;
};

/// One file by itself; one that stands there is replaced. Errors: as Publication.
void publish_file(const std::filesystem::path& path, std::string_view bytes);

/// Removes from a folder what killed programs left unfinished in it.
void clear_abandoned(const std::filesystem::path& folder) noexcept;

}  // namespace disburse
