// Draws are Philox4x32-10 and depend on nothing but their arguments.
#include "engine/base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

// The vectors that the authors of Random123 publish for philox4x32 with 10 rounds.
TEST(Random, philox_gives_the_published_answers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, every_argument_changes_the_draw) {
  const std::set<std::uint32_t> draws = {draw32(1, Stream::roster, 7, 0),
                                         draw32(2, Stream::roster, 7, 0),
                                         draw32(1, Stream::mortality, 7, 0),
                                         draw32(1, Stream::roster, 8, 0),
                                         draw32(1, Stream::roster, 7, 1),
                                         draw32(1, Stream::roster, 7, 0, 1),
                                         draw32(1u | std::uint64_t{1} << 32, Stream::roster, 7, 0),
                                         draw32(1, Stream::roster, 7u | std::uint64_t{1} << 32, 0)};
  EXPECT_EQ(draws.size(), 8u);
  EXPECT_EQ(draw32(1, Stream::roster, 7, 0), draw32(1, Stream::roster, 7, 0));
}

TEST(Random, a_draw_is_the_function_of_its_packed_arguments) {
  // counter: key low, key high, event, replicate * 256 + stream; key: seed low, seed high
  EXPECT_EQ(draw(0x299f31d0a4093822u, Stream::mortality, 0x85a308d3243f6a88u, 5, 3),
            philox({0x243f6a88, 0x85a308d3, 5, 3 * 256 + 4}, {0xa4093822, 0x299f31d0}));
  EXPECT_THROW(draw(1, Stream::roster, 1, 0, 1u << 24), ProgramFault);
}

TEST(Random, keys_of_members_are_fnv) {
  EXPECT_EQ(draw_key(""), 0xcbf29ce484222325u);   // published: FNV-1a 64 of the empty text
  EXPECT_EQ(draw_key("a"), 0xaf63dc4c8601ec8cu);  // and of "a"
}

TEST(Random, below_covers_its_range) {
  EXPECT_EQ(below(0, 10), 0u);
  EXPECT_EQ(below(0xffffffff, 10), 9u);
  EXPECT_EQ(below(0x80000000, 10), 5u);
}

TEST(Random, a_permutation_holds_each_number_once_and_keeps_its_order_when_one_is_added) {
  const auto small = permutation(42, Stream::hardship, 1000);
  auto sorted = small;
  std::sort(sorted.begin(), sorted.end());
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(sorted[i], i);
  EXPECT_FALSE(std::is_sorted(small.begin(), small.end()));
  auto larger = permutation(42, Stream::hardship, 1001);
  std::erase(larger, 1000u);
  EXPECT_EQ(larger, small);
}

TEST(Random, words_are_even_to_within_five_standard_errors) {
  // 40,000 words: ones are binomial with mean 640,000 and standard deviation 565.7; 5 of them: one alarm in 1.7
  // million.
  std::int64_t ones = 0;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    for (const std::uint32_t word : draw(20240101, Stream::roster, i, 0)) ones += __builtin_popcount(word);
  }
  EXPECT_NEAR(static_cast<double>(ones), 640'000.0, 2'829.0);
}

}  // namespace
}  // namespace disburse
