// The identity number. All numbers here are of the area 999999, which is assigned to nobody.
#include "scenarios/office/identity.hpp"

#include <gtest/gtest.h>

#include <string>

namespace disburse {
namespace {

/// Weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2 on 99999919500101001:
///   9 x (7 + 9 + 10 + 5 + 8 + 4) = 387; 1 x 2 + 9 x 1 + 5 x 6 + 0 + 0 + 1 x 9 + 0 + 1 x 5 + 0 + 0 + 1 x 2 = 57;
///   444 = 40 x 11 + 4, and the fifth of 1 0 X 9 8 is 8.
TEST(Identity, has_the_check_digit_of_the_standard) {
  EXPECT_EQ(check_digit("99999919500101001"), '8');
  const ReadIdentity read = read_identity("999999195001010018");
  EXPECT_EQ(read.fault, IdentityFault::none);
  EXPECT_EQ(to_string(read.identity.birth), "1950-01-01");
  EXPECT_EQ(read.identity.sex, Sex::male) << "the 17th digit is odd";
}

TEST(Identity, of_15_digits_becomes_one_of_18) {
  const ReadIdentity read = read_identity("999999500101001");
  EXPECT_EQ(read.fault, IdentityFault::none);
  EXPECT_EQ(read.identity.number, "999999195001010018");
}

/// 99999919500101002: the sum is 444 + 2 = 446 = 40 x 11 + 6, the seventh is 6.
TEST(Identity, of_a_woman_has_an_even_17th_digit) {
  const ReadIdentity read = read_identity("999999195001010026");
  EXPECT_EQ(read.fault, IdentityFault::none);
  EXPECT_EQ(read.identity.sex, Sex::female);
}

TEST(Identity, is_read_through_what_offices_write) {
  EXPECT_EQ(read_identity(" 999999195001010018 ").fault, IdentityFault::none);
  EXPECT_EQ(read_identity("'999999195001010018").fault, IdentityFault::none) << "a spreadsheet's mark of text";
  const std::string full_width_nine = "\uFF19";
  std::string area;
  for (int digit = 0; digit < 6; ++digit) area += full_width_nine;
  EXPECT_EQ(read_identity(area + "195001010018").fault, IdentityFault::none) << "full-width digits";
  // 99999919500101004: 444 + 3 x 2 = 450 = 40 x 11 + 10, the eleventh is 2; ...007: 456 = 41 x 11 + 5, the sixth is 7.
  EXPECT_EQ(check_digit("99999919500101004"), '2');
  EXPECT_EQ(check_digit("99999919500101007"), '7');
}

TEST(Identity, with_x_takes_a_small_one_too) {
  // 99999919500101010: 444 - 2 + 4 = 446... the 16th digit weighs 4: 442 + 4 = 446, 6. Search one with the digit X.
  std::string number = "99999919500101";
  for (int serial = 0; serial < 100; ++serial) {
    const std::string seventeen = number + std::string(serial < 10 ? "00" : "0") + std::to_string(serial);
    if (check_digit(seventeen) != 'X') continue;
    EXPECT_EQ(read_identity(seventeen + "x").fault, IdentityFault::none) << seventeen;
    EXPECT_EQ(read_identity(seventeen + "Ｘ").fault, IdentityFault::none) << seventeen;
    return;
  }
  FAIL() << "one number in eleven ends with X";
}

TEST(Identity, tells_what_is_wrong) {
  EXPECT_EQ(read_identity("").fault, IdentityFault::length);
  EXPECT_EQ(read_identity("99999919500101001").fault, IdentityFault::length);
  EXPECT_EQ(read_identity("99999919500101001A").fault, IdentityFault::character);
  EXPECT_EQ(read_identity("9999991950O1010018").fault, IdentityFault::character);
  EXPECT_EQ(read_identity("999999195001010019").fault, IdentityFault::check_digit);
  // 31 February: 99999919500231001 has the digit that its sum gives, and no such day.
  const std::string no_day = "99999919500231001";
  EXPECT_EQ(read_identity(no_day + check_digit(no_day)).fault, IdentityFault::date);
}

}  // namespace
}  // namespace disburse
