// Chinese of what may be wrong with offices' tables: each English once, with as many places as it has.
#include "outputs/text/chinese_of_tables.hpp"

#include <gtest/gtest.h>

#include <set>

namespace disburse {
namespace {

std::size_t places(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) ++count;
  return count;
}

TEST(ChineseOfTables, has_each_sentence_once_and_loses_none_of_its_figures) {
  std::set<std::string_view> seen;
  ASSERT_FALSE(chinese_of_tables().empty());
  for (const auto& [english, chinese] : chinese_of_tables()) {
    EXPECT_TRUE(seen.insert(english).second) << english;
    EXPECT_FALSE(std::string_view(chinese).empty()) << english;
    EXPECT_EQ(places(english), places(chinese)) << english;
    EXPECT_EQ(std::string_view(english).ends_with("."), std::string_view(chinese).ends_with("。")) << english;
  }
}

}  // namespace
}  // namespace disburse
