#include "engine/base/parallel.hpp"

#include <atomic>

// Debian's TBB drowns ThreadSanitizer in false reports; that build runs the same blocks on std::thread.
#if defined(DISBURSE_THREADS_SERIAL)
// one after another, on the calling thread
#elif defined(DISBURSE_THREADS_STD)
#include <exception>
#include <mutex>
#include <thread>
#include <vector>
#else
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>
#endif

namespace disburse {
namespace {

std::atomic<bool> stop_wanted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

}  // namespace

void request_stop() noexcept { stop_wanted.store(true); }

void throw_if_stopped() {
  if (stop_wanted.load(std::memory_order_relaxed)) throw Stopped();
}

#if defined(DISBURSE_THREADS_SERIAL)

void for_blocks(std::size_t blocks, int, const std::function<void(std::size_t)>& block) {
  for (std::size_t i = 0; i < blocks; ++i) {
    throw_if_stopped();
    block(i);
  }
}

#elif defined(DISBURSE_THREADS_STD)

void for_blocks(std::size_t blocks, int threads, const std::function<void(std::size_t)>& block) {
  const unsigned wanted = threads > 0 ? static_cast<unsigned>(threads) : std::thread::hardware_concurrency();
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_guard;
  const auto work = [&] {
    for (std::size_t i = next++; i < blocks; i = next++) {
      try {
        throw_if_stopped();
        block(i);
      } catch (...) {
        const std::lock_guard lock(failure_guard);
        failure = std::current_exception();
      }
    }
  };
  std::vector<std::thread> pool;
  for (unsigned i = 1; i < wanted; ++i) pool.emplace_back(work);
  work();
  for (std::thread& thread : pool) thread.join();
  if (failure) std::rethrow_exception(failure);
}

#else

void for_blocks(std::size_t blocks, int threads, const std::function<void(std::size_t)>& block) {
  if (threads == 1) {
    for (std::size_t i = 0; i < blocks; ++i) {
      throw_if_stopped();
      block(i);
    }
    return;
  }
  // More threads than cores are allowed when they are asked for.
  std::optional<tbb::global_control> limit;
  if (threads > 0) limit.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, blocks, 1), [&](const tbb::blocked_range<std::size_t>& range) {
      for (std::size_t i = range.begin(); i != range.end(); ++i) {
        throw_if_stopped();
        block(i);
      }
    });
  });
}

#endif

}  // namespace disburse
