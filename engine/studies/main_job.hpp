#pragma once
// The main job (测算): every programme projected and held against its budget.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/share.hpp"
#include "engine/base/wide.hpp"
#include "engine/projection/result.hpp"
#include "engine/session/session.hpp"

namespace disburse {

/// Whether the spend of every policy document is told, for which the law without each of them is projected too.
enum class Papers : std::uint8_t { told, left_out };

/// What the main job sums over the members: whole numbers, so that parts of the members may be worked on apart and
/// their sums added in any order.
class MainSums {
 public:
  /// The session stays with the caller.
  explicit MainSums(const Session& session, Papers papers = Papers::told);
  ~MainSums();
  MainSums(const MainSums&) = delete;
  MainSums& operator=(const MainSums&) = delete;

  /// Projects the share's members. Rows of a file that belong to other shares are read, too: that is how the digest of
  /// the whole is checked. `threads` as in for_blocks.
  /// Errors: InputRejected(Door::roster) from members that stand in a file; Stopped.
  void work(Share share, int threads);
  /// All sums, to be kept and added to those of the same session elsewhere.
  std::vector<Int128> numbers() const;
  /// Errors: ProgramFault: another number of sums.
  void add(std::span<const Int128> numbers);
  /// Compares, checks the control sheet.
  RunResult close();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// Projects, compares, checks the control sheet. `threads` as in for_blocks; the result does not depend on it.
/// Errors: InputRejected(Door::roster) from members that stand in a file; Stopped.
RunResult run(const Session& session, int threads, Papers papers = Papers::told);

}  // namespace disburse
