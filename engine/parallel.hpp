#pragma once
// The one parallel loop: independent blocks, any number of threads, results that do not depend on it.
#include <cstddef>
#include <functional>

namespace disburse {

/// Calls `block(i)` for every i in [0, blocks), on at most `threads` threads (0: as many as there are cores).
/// An exception thrown by a block is rethrown here.
void for_blocks(std::size_t blocks, int threads, const std::function<void(std::size_t)>& block);

}  // namespace disburse
