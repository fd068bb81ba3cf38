// Numbers as people read them.
#include "outputs/text/number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace disburse {
namespace {

TEST(NumberText, differences_have_signs) {
  EXPECT_EQ(signed_wan_text(5219900.00_yuan), "+521.99");
  EXPECT_EQ(signed_wan_text(-300000.00_yuan), "-30.00");
  EXPECT_EQ(signed_wan_text(Money{}), "0.00");
  EXPECT_EQ(signed_wan_text(0.01_yuan), "0.00") << "what shows as 0 has no sign";
}

TEST(NumberText, what_is_not_there_is_a_dash_and_what_is_hidden_a_star) {
  EXPECT_EQ(wan_or_dash(std::nullopt), "-");
  EXPECT_EQ(wan_or_dash(Money{}), "0.00");
  EXPECT_EQ(percent_text(std::nullopt), "-");
  EXPECT_EQ(count_text(std::nan(""), 0), "*");
}

TEST(NumberText, counts_have_thousands) {
  EXPECT_EQ(count_text(0, 0), "0");
  EXPECT_EQ(count_text(999, 0), "999");
  EXPECT_EQ(count_text(1000, 0), "1,000");
  EXPECT_EQ(count_text(-1234567.84, 1), "-1,234,567.8");
  EXPECT_EQ(count_text(54987.25, 1), "54,987.2") << "a half goes to the even digit, as in fmt";
  EXPECT_EQ(count_text(-0.04, 1), "0.0") << "no minus before a nought";
  EXPECT_EQ(signed_count_text(12.0, 0), "+12");
  EXPECT_EQ(signed_count_text(-12.0, 0), "-12");
  EXPECT_EQ(signed_count_text(0.004, 2), "0.00");
}

TEST(NumberText, rates_are_per_cent) {
  EXPECT_EQ(percent_text(1.0173), "101.73%");
  EXPECT_EQ(percent_text(0.9945, 0), "99%");
  EXPECT_EQ(percent_text(-0.05, 1), "-5.0%");
  EXPECT_EQ(percent_text(12.3456, 1), "1,234.6%");
}

}  // namespace
}  // namespace disburse
