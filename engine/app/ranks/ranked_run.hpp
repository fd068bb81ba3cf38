#pragma once
// A run in parts on ranks that work side by side: each makes one part, the first one merges them.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engine/app/command_line/cli.hpp"
#include "engine/base/share.hpp"

namespace disburse {

/// The ranks of a job. Every rank calls the same functions in the same order.
class Ranks {
 public:
  virtual ~Ranks() = default;
  virtual std::size_t rank() const = 0;  ///< of this one, from 0
  virtual std::size_t count() const = 0;
  /// What the first rank says.
  virtual int of_first(int number) = 0;
  /// The largest that any rank says.
  virtual int largest(int number) = 0;
  /// Hands bytes to the first rank, which takes those of each other rank in turn.
  virtual void hand_over(const std::string& bytes) = 0;
  virtual std::string take_from(std::size_t rank) = 0;

 protected:
  Ranks() = default;
  Ranks(const Ranks&) = default;
  Ranks& operator=(const Ranks&) = default;
};

/// What a command came to: its exit code, and what it said on standard error where that was kept back.
struct Said {
  int code = 0;
  std::string errors;
};
/// Runs a command in this process, `disburse` the first of its words.
using RunWords = std::function<Said(const std::vector<std::string>& words)>;

/// The command that works on one part of the run that `options` ask for, into `file`. A journal is one of this part.
std::vector<std::string> part_words(const Options& options, const Share& share, const std::filesystem::path& file);
/// The command that merges the parts and answers as `request` asks.
std::vector<std::string> merge_words(const Request& request, const std::vector<std::string>& files);

/// Works on this rank's part, and merges all parts on the first rank; `folder` is this rank's own, and empty. The exit
/// code is that of the merging, on every rank, or the largest of those that parts ended with. A slip that all ranks
/// meet is told by the first alone; what befell another rank, by that one, on `errors`.
/// Errors: FileFailure; InputRejected(Door::command_line): no run.
int run_on_ranks(const Request& request, const std::filesystem::path& folder, Ranks& ranks, const RunWords& run,
                 std::string& errors);

}  // namespace disburse
