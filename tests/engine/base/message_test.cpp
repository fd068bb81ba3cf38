// Sentences: gaps are filled in order or by number, names follow the language, words of neither language stay.
#include "engine/base/message.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace disburse {
namespace {

std::string_view other_order(std::string_view pattern) {
  return pattern == "{} of {}" ? "{1}的{0}" : pattern == "a {}" ? "一个{}" : pattern;
}

TEST(Message, fills_gaps_in_order_with_texts_numbers_and_messages) {
  const std::string name = "x";
  EXPECT_EQ(english("{} is {} and {}"_m(name, std::int64_t{-3}, "not {}"_m(7u))), "x is -3 and not 7");
  EXPECT_EQ(english("nothing to fill"_m), "nothing to fill");
}

TEST(Message, takes_another_order_in_another_language_down_to_its_arguments) {
  EXPECT_EQ("{} of {}"_m("a {}"_m("b"), "c").text(&other_order), "c的一个b");
}

TEST(Message, keeps_braces_that_are_no_gaps) {
  EXPECT_EQ(english("Write it as { ... }"_m), "Write it as { ... }");
  EXPECT_EQ(english("{{}} is not known"_m("x")), "{x} is not known");
}

TEST(Message, a_name_follows_the_language_and_one_name_serves_both) {
  const Message both = Message::named("人次", "payments");
  EXPECT_EQ(english("{}"_m(both)), "payments");
  EXPECT_EQ("{}"_m(both).text(&other_order), "人次");
  EXPECT_EQ(english(Message::named("枚", "")), "枚");
  EXPECT_EQ(Message::verbatim("E000001").text(&other_order), "E000001");
}

TEST(Message, empty_is_nothing_and_equal_ones_are_equal) {
  EXPECT_TRUE(Message("").empty());
  EXPECT_FALSE("a {}"_m("b").empty());
  EXPECT_EQ("a {}"_m("b"), "a {}"_m(std::string("b")));
  EXPECT_FALSE("a {}"_m("b") == "a {}"_m("c"));
  EXPECT_EQ(english(joined({"a"_m, "b"_m, "c"_m}, ", "_m)), "a, b, c");
  EXPECT_TRUE(joined({}, ", "_m).empty());
}

}  // namespace
}  // namespace disburse
