#pragma once
// What a long computation tells while it goes on, whoever listens: a terminal, a window, nobody.
#include <cstddef>
#include <cstdint>

namespace disburse {

/// What a computation counts.
enum class Work : std::uint8_t { replicates, members, points };

/// A listener of a study that can last. `add` comes from any thread. It ends the study by throwing Stopped from any
/// call but `wants_estimate`; request_stop() ends all of them.
class Progress {
 public:
  virtual ~Progress() = default;
  /// Whether an estimate of time and memory is worth its measurement.
  virtual bool wants_estimate() const { return false; }
  /// How long the study will take, and how much memory; told before it begins, where it is long.
  virtual void expect(double seconds, std::size_t bytes) = 0;
  /// `total` are to be done.
  virtual void begin(Work what, std::uint64_t total) = 0;
  /// More are to be done than was thought.
  virtual void raise_total(std::uint64_t total) = 0;
  /// So many more are done.
  virtual void add(std::uint64_t done) = 0;

 protected:
  Progress() = default;
  Progress(const Progress&) = default;
  Progress& operator=(const Progress&) = default;
};

}  // namespace disburse
