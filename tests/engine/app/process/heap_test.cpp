// The heap once it is prepared: blocks of a roster's size come from it and stay the process's own.
#include "engine/app/process/heap.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <cstring>

namespace disburse {
namespace {

constexpr std::size_t block = std::size_t{16} << 20;

/// In a process of its own: nobody else's memory is arranged anew. 0 when all holds, else the line that does not.
int kept_blocks() {
  prepare_heap();
  const struct mallinfo2 before = mallinfo2();
  void* volatile taken = std::malloc(block);
  std::memset(taken, 1, block);
  const struct mallinfo2 during = mallinfo2();
  if (during.hblks != before.hblks) return 1;  // it was mapped by itself
  std::free(taken);
  const struct mallinfo2 after = mallinfo2();
  if (after.arena < during.arena) return 2;  // it was given back to the system
  void* volatile again = std::malloc(block);
  const int same = again == taken ? 0 : 3;  // and is not there for the next
  std::free(again);
  return same;
}

TEST(HeapDeathTest, keeps_blocks_of_a_rosters_size) {
  EXPECT_EXIT(std::_Exit(kept_blocks()), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace disburse
