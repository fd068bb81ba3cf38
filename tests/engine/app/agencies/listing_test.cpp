// Rows under headings: keys for JSON, words for a table in Chinese.
#include "engine/app/agencies/listing.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Listing, has_the_keys_always_and_chinese_headings_in_chinese_alone) {
  const Listing zh = listing_of({"name", "title"}, {"名称", "标题"}, Language::zh);
  const Listing en = listing_of({"name", "title"}, {"名称", "标题"}, Language::en);
  EXPECT_EQ(zh.keys, (std::vector<std::string>{"name", "title"}));
  EXPECT_EQ(zh.headings, (std::vector<std::string>{"名称", "标题"}));
  EXPECT_EQ(en.keys, zh.keys);
  EXPECT_EQ(en.headings, en.keys);
  EXPECT_TRUE(zh.rows.empty() && en.rows.empty());
}

}  // namespace
}  // namespace disburse
