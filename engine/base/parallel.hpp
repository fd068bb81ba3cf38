#pragma once
// The one parallel loop: independent blocks, any number of threads, results that do not depend on it.
#include <cstddef>
#include <functional>
#include <stdexcept>

namespace disburse {

/// The user asked the program to stop; what was finished is kept by those who keep it.
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped") {}
};
/// Asks every loop to stop; a signal handler may call it.
void request_stop() noexcept;
/// Throws Stopped when that was asked.
void throw_if_stopped();

/// Calls `block(i)` for every i in [0, blocks), on at most `threads` threads (0: as many as there are cores).
/// An exception thrown by a block is rethrown here. Errors: Stopped, between blocks.
void for_blocks(std::size_t blocks, int threads, const std::function<void(std::size_t)>& block);

}  // namespace disburse
