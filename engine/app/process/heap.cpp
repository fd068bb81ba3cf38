#include "engine/app/process/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace disburse {

void prepare_heap() {
  constexpr int largest_kept = 32 << 20;
  constexpr int ahead = 1 << 30;  // addresses, not memory: that is taken as it is filled
  mallopt(M_MMAP_THRESHOLD, largest_kept);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#if defined(MADV_HUGEPAGE)
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  const auto begin = reinterpret_cast<std::uintptr_t>(sbrk(0));
  mallopt(M_TOP_PAD, ahead);
  void* volatile grown = std::malloc(page);  // a compiler may leave out a pair of calls
  std::free(grown);
  mallopt(M_TOP_PAD, static_cast<int>(page));
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  const std::uintptr_t first = (begin + page - 1) / page * page;
  if (end > first) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);  // refused: small ones
#endif
}

}  // namespace disburse
