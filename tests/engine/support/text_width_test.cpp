#include "engine/support/text_width.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(TextWidth, counts_cjk_twice_and_combining_marks_not_at_all) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("养老金"), 6);
  EXPECT_EQ(display_width("ＡＢ（）"), 8);
  EXPECT_EQ(display_width("e\u0301"), 1);  // e and a combining acute
  EXPECT_EQ(display_width("\U00020000"), 2);
}

TEST(TextWidth, broken_utf8_counts_one_a_byte) { EXPECT_EQ(display_width("a\xE5\x85"), 3); }

TEST(TextWidth, pads_by_width_on_either_side) {
  EXPECT_EQ(padded("养老", 6, Align::left), "养老  ");
  EXPECT_EQ(padded("养老", 6, Align::right), "  养老");
  EXPECT_EQ(padded("养老金", 4, Align::left), "养老金");
}

TEST(TextWidth, clips_between_characters) {
  EXPECT_EQ(clipped("养老金待遇", 10), "养老金待遇");
  EXPECT_EQ(clipped("养老金待遇", 9), "养老金..");
  EXPECT_EQ(clipped("养老金待遇", 8), "养老金..");
}

TEST(TextWidth, wraps_without_a_mark_at_the_line_start_or_a_split_number) {
  EXPECT_EQ(wrapped("养老金，待遇", 6), (std::vector<std::string>{"养老", "金，待", "遇"}));
  EXPECT_EQ(wrapped("支出6,600.00万元", 10), (std::vector<std::string>{"支出", "6,600.00万元"}));
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("", 7), std::vector<std::string>{""});
}

TEST(TextWidth, control_characters_become_visible) {
  EXPECT_EQ(printable("a\x1b[31m\n"), "a\uFFFD[31m\uFFFD");
  EXPECT_EQ(printable("养老"), "养老");
}

}  // namespace
}  // namespace disburse
