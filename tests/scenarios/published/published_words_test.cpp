// Words of published documents: amounts, codes, and names that are the same.
#include "scenarios/published/published_words.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(PublishedWords, amounts_lose_what_only_people_read) {
  EXPECT_EQ(amount_of("37,355.53"), "37355.53");
  EXPECT_EQ(amount_of("-3"), "-3");
  EXPECT_EQ(amount_of("+3.5"), "3.5");
  EXPECT_EQ(amount_of("0"), "0");
  EXPECT_EQ(amount_of("0.50"), "0.50");
}

TEST(PublishedWords, are_no_amounts_when_anything_else_stands_in_them) {
  for (const char* word : {"", "-", "--3", "3.", ".5", "3.5.1", "12人", "5%", "0951", "-01", "１２", "1-2", "+"})
    EXPECT_FALSE(amount_of(word)) << word;
}

TEST(PublishedWords, with_commas_anywhere_are_no_amounts) {
  for (const char* word : {"1,8000.00", "12,34", ",123", "1234,567", "1,23,456"}) EXPECT_FALSE(amount_of(word)) << word;
  EXPECT_EQ(amount_of("-1,234,567.89"), "-1234567.89");
}

TEST(PublishedWords, in_full_width_are_numbers_too) {
  EXPECT_EQ(half_width("２，１７２．００"), "2,172.00");
  EXPECT_EQ(half_width("２０８"), "208");
  EXPECT_EQ(half_width("２０２５年"), "２０２５年") << "no number alone";
}

TEST(PublishedWords, that_only_look_like_amounts_are_told) {
  for (const char* word : {"18OO.00", "1,8000.00", "（50.00）", "1800.00（注1）", "2172.00万元"})
    EXPECT_TRUE(looks_like_amount(word)) << word;
  for (const char* word : {"18.00", "（1）", "社会保障", "-", "", "2025年"})
    EXPECT_FALSE(looks_like_amount(word)) << word;
}

TEST(PublishedWords, codes_have_three_five_or_seven_digits) {
  for (const char* word : {"208", "20805", "2080505"}) EXPECT_TRUE(is_code(word)) << word;
  for (const char* word : {"", "20", "2080", "208050", "20805051", "20a", "2.1", "-20"})
    EXPECT_FALSE(is_code(word)) << word;
}

TEST(PublishedWords, names_are_equal_whatever_their_brackets_and_spaces) {
  EXPECT_EQ(plain_name("　(一) 一般公共预算"), "（一）一般公共预算");
  EXPECT_EQ(plain_name("\"三公\"经费"), plain_name("“三公”经费"));
  EXPECT_EQ(plain_name("附表:合计…"), "附表：合计");
  EXPECT_NE(plain_name("（一）收入"), plain_name("（二）收入"));
}

}  // namespace
}  // namespace disburse
