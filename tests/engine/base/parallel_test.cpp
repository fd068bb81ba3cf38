// The parallel loop: every block once on any number of threads; a failure and a wish to stop come through.
#include "engine/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace disburse {
namespace {

class ForBlocks : public testing::TestWithParam<int> {};

TEST_P(ForBlocks, calls_every_block_once) {
  constexpr std::size_t count = 1000;
  std::vector<std::atomic<int>> called(count);
  for_blocks(count, GetParam(), [&](std::size_t block) { ++called[block]; });
  for (std::size_t block = 0; block < count; ++block) ASSERT_EQ(called[block], 1) << block;
}

TEST_P(ForBlocks, without_blocks_does_nothing) {
  for_blocks(0, GetParam(), [](std::size_t) { FAIL() << "there is no block"; });
}

TEST_P(ForBlocks, hands_a_failure_on) {
  const auto fail = [](std::size_t block) {
    if (block == 3) throw std::domain_error("the third");
  };
  EXPECT_THROW(for_blocks(8, GetParam(), fail), std::domain_error);
}

INSTANTIATE_TEST_SUITE_P(OnThreads, ForBlocks, testing::Values(0, 1, 2, 7));

/// A wish to stop is for good, so it is asked for in a process of its own.
TEST(ForBlocksDeathTest, stops_between_blocks_when_asked) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  const auto stopped_after_the_third = [] {
    int done = 0;
    try {
      for_blocks(10, 1, [&](std::size_t block) {
        ++done;
        if (block == 2) request_stop();
      });
    } catch (const Stopped&) {
      std::_Exit(done);
    }
    std::_Exit(100);
  };
  EXPECT_EXIT(stopped_after_the_third(), testing::ExitedWithCode(3), "");
}

}  // namespace
}  // namespace disburse
