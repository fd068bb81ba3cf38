#pragma once
// The ledger (台账): runs as they were issued, each in a folder that `run --out` made, below one folder of the server's
// user.
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/options/options.hpp"
#include "engine/comparison/run_difference.hpp"
#include "outputs/what_if/run_difference.hpp"

namespace disburse {

/// The options that the words of a command give ("disburse", "run", ...). Errors: InputRejected(Door::command_line).
using ReadCommand = std::function<Options(const std::vector<std::string>& words)>;

class Ledger {
 public:
  explicit Ledger(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }
  /// What stands in it, as disburse/runs/1: the last issued first. What cannot be read hides no other.
  std::string json() const;
  /// The folder of a run that is to be. Makes the ledger's own. Errors: InputRejected(Door::command_line): a name that
  /// is no folder's, or taken.
  std::filesystem::path place_for(const std::string& name) const;
  /// The folder of a run. Errors: InputRejected(Door::command_line) where there is none.
  std::filesystem::path folder_of(const std::string& name) const;
  /// The file in which estimates are entered, for `track`.
  std::filesystem::path registry() const { return folder_ / "台账.db"; }

 private:
  std::filesystem::path folder_;
};

/// A finished run's folder. Errors: FolderDiffers where it is not as it was written; InputRejected(Door::command_line)
/// where it holds no run.
WrittenRun read_written_run(const std::filesystem::path& folder);
/// The options of the command that made the run. Errors: InputRejected(Door::command_line) where its log tells none.
Options options_of_run(const std::filesystem::path& folder, const ReadCommand& read);
/// The files that the two manifests name, without the logs.
std::vector<ComparedFile> compared_files(const std::filesystem::path& first, const std::filesystem::path& second);

}  // namespace disburse
