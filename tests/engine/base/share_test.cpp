// Parts of a job: every thing of every piece belongs to exactly one of them.
#include "engine/base/share.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

TEST(Share, has_whole_pieces_where_they_are_enough) {
  // Two parts of four pieces: two each.
  EXPECT_TRUE((Share{0, 2}.of_piece(0, 4).begins()));
  EXPECT_EQ((Share{0, 2}.of_piece(1, 4)), (Portion{0, 2, 2}));
  EXPECT_TRUE((Share{0, 2}.of_piece(2, 4).empty()));
  EXPECT_TRUE((Share{1, 2}.of_piece(1, 4).empty()));
  EXPECT_EQ((Share{1, 2}.of_piece(3, 4)), (Portion{0, 2, 2}));
}

TEST(Share, has_a_part_of_a_piece_where_they_are_not) {
  // The second of three parts of two pieces: the last third of the first piece, the first of the second.
  const Portion first = Share{1, 3}.of_piece(0, 2), second = Share{1, 3}.of_piece(1, 2);
  EXPECT_EQ(first, (Portion{2, 3, 3}));
  EXPECT_EQ(second, (Portion{0, 1, 3}));
  EXPECT_FALSE(first.begins());
  EXPECT_TRUE(second.begins());
  EXPECT_EQ(first.begin(9), 6U);
  EXPECT_EQ(first.end(9), 9U);
  EXPECT_EQ(second.begin(9), 0U);
  EXPECT_EQ(second.end(9), 3U);
}

TEST(Share, is_everything_unless_told_otherwise) {
  EXPECT_EQ(Share{}.of_whole(), Portion{});
  EXPECT_EQ(Portion{}.begin(7), 0U);
  EXPECT_EQ(Portion{}.end(7), 7U);
  EXPECT_TRUE(Portion{}.begins());
}

TEST(Share, refuses_parts_that_there_are_not) {
  EXPECT_THROW((Share{2, 2}.of_piece(0, 1)), ProgramFault);
  EXPECT_THROW((Share{0, 2}.of_piece(3, 3)), ProgramFault);
}

RC_GTEST_PROP(ShareProperty, every_thing_belongs_to_one_part_and_every_piece_begins_in_one, ()) {
  const auto parts = *rc::gen::inRange<std::size_t>(1, 12);
  const auto pieces = *rc::gen::inRange<std::size_t>(1, 12);
  const auto things = *rc::gen::inRange<std::size_t>(0, 40);
  for (std::size_t piece = 0; piece < pieces; ++piece) {
    std::size_t next = 0, beginnings = 0;
    for (std::size_t part = 0; part < parts; ++part) {
      const Portion portion = Share{part, parts}.of_piece(piece, pieces);
      beginnings += portion.begins() ? 1U : 0U;
      if (portion.empty()) {
        RC_ASSERT(portion.begin(things) == portion.end(things));
        continue;
      }
      RC_ASSERT(portion.begin(things) == next);
      next = portion.end(things);
    }
    RC_ASSERT(next == things);
    RC_ASSERT(beginnings == 1U);
  }
}

RC_GTEST_PROP(ShareProperty, parts_weigh_alike_to_a_thing_in_each_piece_that_they_touch, ()) {
  const auto parts = *rc::gen::inRange<std::size_t>(1, 9);
  const auto pieces = *rc::gen::inRange<std::size_t>(1, 9);
  constexpr std::size_t things = 1000;
  for (std::size_t part = 0; part < parts; ++part) {
    std::size_t own = 0, touched = 0;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const Portion portion = Share{part, parts}.of_piece(piece, pieces);
      own += portion.end(things) - portion.begin(things);
      touched += portion.empty() ? 0U : 1U;
    }
    const std::size_t even = pieces * things / parts;
    RC_ASSERT(own + touched >= even);
    RC_ASSERT(own <= even + touched + 1);
  }
}

TEST(PartLacks, tells_which_part) { EXPECT_EQ(PartLacks(3).part(), 3U); }

}  // namespace
}  // namespace disburse
