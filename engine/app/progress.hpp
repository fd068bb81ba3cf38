#pragma once
// How far a long computation is, on a terminal only: done, rate and time left in one line that is written over.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "engine/app/options.hpp"

namespace disburse {

class Progress {
 public:
  /// `what` is counted up to `total` and shown in units of `unit`. Silent with --quiet and where stderr is no terminal.
  Progress(const Options& options, std::string what, std::uint64_t total, std::uint64_t unit = 1);
  ~Progress();  ///< takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add(std::uint64_t done);  ///< from any thread
  void raise_total(std::uint64_t total) { total_ = total; }

  /// "随机模拟 3,200/10,000  812/秒  约余 8 秒".
  static std::string line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                          Language language);

 private:
  std::string what_;
  std::atomic<std::uint64_t> total_;
  std::uint64_t unit_;
  Language language_;
  bool shown_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::mutex guard_;
  std::uint64_t done_ = 0;
  double last_ = 0.0;
};

}  // namespace disburse
