// Text of cells as people see it.
#include "scenarios/office/cleaned.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Cleaned, drops_what_cannot_be_seen) {
  EXPECT_EQ(cleaned("\u202d123\u202c"), "123");
  EXPECT_EQ(cleaned("\u200b12\u00ad3\ufeff"), "123");
  EXPECT_EQ(cleaned("\u00a0 12\u30003 \t"), "12 3");
  EXPECT_EQ(cleaned("'123"), "123");
  EXPECT_EQ(cleaned("=\"123\""), "123");
  EXPECT_EQ(cleaned("测试·丙"), "测试·丙");
  EXPECT_EQ(cleaned("\xFF"), "\xFF") << "a broken byte is kept for others to refuse";
}

TEST(Cleaned, takes_full_width_digits_for_digits) {
  EXPECT_EQ(cleaned("５，０００．５０"), "5,000.50");
  EXPECT_EQ(cleaned("９Ｘ：－"), "9X:-");
  EXPECT_EQ(cleaned("月养老金（元）"), "月养老金（元）") << "brackets of words stay";
  EXPECT_EQ(without_blanks("合　 计"), "合计");
}

TEST(Cleaned, knows_words_for_nothing) {
  for (const char* word : {"", "-", "无", "NULL"}) EXPECT_TRUE(says_nothing(word) && says_no_date(word)) << word;
  for (const char* word : {"0000-00-00", "9999-12-31", "999912"}) {
    EXPECT_TRUE(says_no_date(word)) << word;
    EXPECT_FALSE(says_nothing(word)) << word << " could be an amount";
  }
  for (const char* word : {"无业", "2018-03", "甲"}) EXPECT_FALSE(says_nothing(word) || says_no_date(word)) << word;
  EXPECT_EQ(characters_in("测试a"), 3u);
}

}  // namespace
}  // namespace disburse
