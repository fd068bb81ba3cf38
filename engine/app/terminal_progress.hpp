#pragma once
// How far a long computation is, on a terminal only: done, rate and time left in one line that is written over.
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "engine/app/options/options.hpp"
#include "engine/base/progress.hpp"

namespace disburse {

class TerminalProgress : public Progress {
 public:
  /// Silent with --quiet and, but for the estimate, where stderr is no terminal.
  explicit TerminalProgress(const OutputOptions& options);
  ~TerminalProgress() override;  ///< takes the line away
  TerminalProgress(const TerminalProgress&) = delete;
  TerminalProgress& operator=(const TerminalProgress&) = delete;

  bool wants_estimate() const override { return !quiet_; }
  /// "估计用时约 35 秒，内存约 210 MiB".
  void expect(double seconds, std::size_t bytes) override;
  void begin(Work what, std::uint64_t total) override;
  void raise_total(std::uint64_t total) override;
  void add(std::uint64_t done) override;

  /// "随机模拟 3,200/10,000  812/秒  约余 8 秒".
  static std::string line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                          Language language);

 private:
  Language language_;
  bool quiet_, shown_;
  bool written_ = false;
  std::string what_;
  std::uint64_t unit_ = 1;  // shown together
  std::chrono::steady_clock::time_point begun_;
  std::mutex guard_;
  std::uint64_t total_ = 0, done_ = 0;
  double last_ = 0.0;
};

/// While it lives, long studies of this thread tell `progress` how far they are, instead of the terminal.
class Listening {
 public:
  explicit Listening(Progress& progress) : before_(instead()) { instead() = &progress; }
  ~Listening() { instead() = before_; }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  /// Who listens on this thread: the terminal where nobody else does.
  static Progress* listener(TerminalProgress& terminal) { return instead() != nullptr ? instead() : &terminal; }

 private:
  static Progress*& instead() {
    thread_local Progress* progress = nullptr;
    return progress;
  }
  Progress* before_;
};

}  // namespace disburse
