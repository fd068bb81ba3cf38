// What a cell shows for the number that it stores.
#include "engine/parsing/number_format.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(NumberFormat, tells_dates_from_numbers) {
  for (const char* format : {"yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]m/d/yy", "d", "yyyy;@"})
    EXPECT_TRUE(shows_date(format)) << format;
  for (const char* format : {"0.00", "General", "[Red]0.0%", "\"day\" 0", "0\\d", "#,##0_m", "@"})
    EXPECT_FALSE(shows_date(format)) << format;
}

TEST(NumberFormat, tells_the_decimals_shown_by_plain_numbers) {
  EXPECT_EQ(decimals_shown_by("0"), 0);
  EXPECT_EQ(decimals_shown_by("0.00"), 2);
  EXPECT_EQ(decimals_shown_by("#,##0.00"), 2);
  EXPECT_EQ(decimals_shown_by("#,##0.00_);[Red](#,##0.00)"), 2);
  EXPECT_EQ(decimals_shown_by("0.0_ "), 1);
  EXPECT_EQ(decimals_shown_by("¥#,##0.00"), 2);
  for (const char* format : {"General", "0%", "0.00E+00", "# ?/?", "@", "yyyy-mm", "0,", "0.0,,", ""})
    EXPECT_EQ(decimals_shown_by(format), std::nullopt) << format;
}

TEST(NumberFormat, shows_fifteen_significant_digits) {
  EXPECT_EQ(plain_number(4321.4500000000007), "4321.45");
  EXPECT_EQ(plain_number(3210.5499999999997), "3210.55");
  EXPECT_EQ(plain_number(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain_number(999999510215003.0), "999999510215003");
  EXPECT_EQ(plain_number(5000.123), "5000.123");
  EXPECT_EQ(plain_number(0.0), "0");
}

TEST(NumberFormat, rounds_as_it_shows) {
  EXPECT_EQ(number_with(1980.1, 2), "1980.10");
  EXPECT_EQ(number_with(32, 2), "32.00");
  EXPECT_EQ(number_with(1.005, 2), "1.01") << "the decimal that is shown, not the binary fraction below it";
  EXPECT_EQ(number_with(5000.123, 2), "5000.12");
  EXPECT_EQ(number_with(9.996, 2), "10.00");
  EXPECT_EQ(number_with(99.5, 0), "100");
  EXPECT_EQ(number_with(-9.995, 2), "-10.00");
  EXPECT_EQ(number_with(7, 0), "7");
}

}  // namespace
}  // namespace disburse
