// Examples are made of kinds: nothing of what a cell says can be told from them.
#include "scenarios/office/content_kind.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

TEST(ContentKind, tells_what_stands_in_a_cell) {
  EXPECT_EQ(english(content_kind("99999919491231048X")), "18 digits, check digit right");
  EXPECT_EQ(english(content_kind("999999194912310481")), "18 digits, check digit wrong");
  EXPECT_EQ(english(content_kind("1950年1月")), "a date");
  EXPECT_EQ(english(content_kind("13900000000")), "11 digits");
  EXPECT_EQ(english(content_kind("1234.50")), "a number with 2 decimals");
  EXPECT_EQ(english(content_kind("测试甲")), "3 characters");
  EXPECT_EQ(english(content_kind("测试路8号")), "5 characters, 1 of them digits");
  EXPECT_EQ(english(content_kind("男")), "男") << "a word of the code lists names nobody";
  EXPECT_TRUE(content_kind("  ").empty());
}

RC_GTEST_PROP(ContentKind, shows_no_digit_of_a_number_and_no_character_of_a_name, ()) {
  const int digits = *rc::gen::inRange(6, 20);
  std::string number;
  for (int i = 0; i < digits; ++i) number += static_cast<char>('3' + *rc::gen::inRange(0, 7));
  RC_ASSERT(english(content_kind(number)).find(number.substr(0, 3)) == std::string::npos);
  RC_ASSERT(english(content_kind("欧阳" + number)).find("欧阳") == std::string::npos);
}

}  // namespace
}  // namespace disburse
