// Money and rates: exact reading, one rounding, text that reads back.
#include "engine/base/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr Rounding all_roundings[] = {Rounding::half_up, Rounding::down, Rounding::up, Rounding::half_even};

/// The definition in words: go from `down` towards the exact value and decide by the distance to both neighbours.
std::int64_t slow_rounded(std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
  std::int64_t below = 0;  // |below| <= |exact| < |below| + 1
  const std::int64_t magnitude = numerator < 0 ? -numerator : numerator;
  while ((below + 1) * denominator <= magnitude) ++below;
  const std::int64_t to_below = magnitude - below * denominator;
  const std::int64_t to_above = (below + 1) * denominator - magnitude;
  bool away = false;
  if (to_below != 0) {
    if (rounding == Rounding::up) away = true;
    if (rounding == Rounding::half_up) away = to_above <= to_below;
    if (rounding == Rounding::half_even) away = to_above < to_below || (to_above == to_below && below % 2 == 1);
  }
  const std::int64_t result = below + (away ? 1 : 0);
  return numerator < 0 ? -result : result;
}

RC_GTEST_PROP(Money, rounding_agrees_with_the_slow_definition, ()) {
  const auto numerator = *rc::gen::inRange<std::int64_t>(-5000, 5001);
  const auto denominator = *rc::gen::inRange<std::int64_t>(1, 60);
  for (const Rounding rounding : all_roundings) {
    RC_ASSERT(rounded_quotient(numerator, denominator, rounding) == slow_rounded(numerator, denominator, rounding));
  }
}

RC_GTEST_PROP(Money, text_reads_back_as_the_same_amount, (std::int64_t fen)) {
  RC_PRE(fen != std::numeric_limits<std::int64_t>::min());
  RC_ASSERT(parse_yuan(yuan_text(Money::fen(fen))) == Money::fen(fen));
}

RC_GTEST_PROP(Money, rate_text_reads_back_as_the_same_rate, (std::int64_t numerator)) {
  RC_PRE(numerator != std::numeric_limits<std::int64_t>::min());
  const auto denominator = *rc::gen::inRange<std::int64_t>(1, std::numeric_limits<std::int64_t>::max());
  const Rate rate(numerator, denominator);
  RC_ASSERT(Rate::parse(to_string(rate)) == rate);
}

RC_GTEST_PROP(Money, a_half_and_a_half_lose_at_most_one_fen, (std::int32_t fen)) {
  const Money half = Money::fen(fen).times(Rate(1, 2), Rounding::down);
  const std::int64_t lost = fen - (half + half).fen();
  RC_ASSERT(lost >= -1 && lost <= 1);
}

TEST(Money, ties_go_where_the_mode_says) {
  // 25 x 0.1 = 2.5
  const Money amount = Money::fen(25);
  const Rate tenth(1, 10);
  EXPECT_EQ(amount.times(tenth, Rounding::half_up), Money::fen(3));
  EXPECT_EQ(amount.times(tenth, Rounding::down), Money::fen(2));
  EXPECT_EQ(amount.times(tenth, Rounding::up), Money::fen(3));
  EXPECT_EQ(amount.times(tenth, Rounding::half_even), Money::fen(2));
  EXPECT_EQ((-amount).times(tenth, Rounding::half_up), Money::fen(-3));
  EXPECT_EQ((-amount).times(tenth, Rounding::down), Money::fen(-2));
  EXPECT_EQ((-amount).times(tenth, Rounding::half_even), Money::fen(-2));
}

TEST(Money, official_sheet_of_shizuishan_to_the_cent) {
  // Calculation sheet of April 2024: 7,953 x (1 + 0.7382) / 2 x 0.4092 = 2,828.37; 7,953 x 0.7382 x 12.58 x 1.3 % =
  // 960.13; 95,751.34 / 139 = 688.86.
  const Money base = 7953_yuan;
  EXPECT_EQ(base.times(*Rate::parse("0.35563572"), Rounding::half_up), 2828.37_yuan);  // 0.8691 x 0.4092
  EXPECT_EQ(base.times(*Rate::parse("0.12072523"), Rounding::half_up), 960.13_yuan);   // 0.7382 x 12.58 x 0.013
  EXPECT_EQ((95751.34_yuan).divided_by(139, Rounding::half_up), 688.86_yuan);
}

TEST(Money, large_products_are_exact) {
  // 9e16 fen x 1/3 = 3e16
  EXPECT_EQ(Money::fen(90'000'000'000'000'000).times(Rate(1, 3), Rounding::half_up),
            Money::fen(30'000'000'000'000'000));
  EXPECT_THROW(Money::fen(std::numeric_limits<std::int64_t>::max()).times(Rate(2, 1), Rounding::half_up), ProgramFault);
  EXPECT_THROW(Money::fen(1).divided_by(0, Rounding::half_up), ProgramFault);
}

TEST(Money, quotient_of_huge_parts_does_not_leave_the_type) {
  const Int128 huge = Int128{1} << 126;
  EXPECT_EQ(rounded_quotient(huge - 1, huge, Rounding::half_up), 1);
  EXPECT_EQ(rounded_quotient(huge / 2 - 1, huge, Rounding::half_up), 0);
  EXPECT_EQ(rounded_quotient(huge / 2, huge, Rounding::half_up), 1);
}

TEST(Money, yuan_are_read_exactly_or_not_at_all) {
  EXPECT_EQ(parse_yuan("600"), Money::fen(60'000));
  EXPECT_EQ(parse_yuan("600.5"), Money::fen(60'050));
  EXPECT_EQ(parse_yuan("-0.01"), Money::fen(-1));
  EXPECT_EQ(parse_yuan("1.230"), Money::fen(123));
  for (const char* bad : {"", "-", ".", "1.", ".5", "1.234", "1e3", " 1", "1 ", "+1", "0x10", "nan", "1,000", "--1",
                          "1.2.3", "１", "99999999999999999999", "92233720368547758.08"}) {
    EXPECT_EQ(parse_yuan(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(parse_yuan("92233720368547758.07"), Money::fen(std::numeric_limits<std::int64_t>::max()));
}

TEST(Money, wan_keep_six_decimals) {
  EXPECT_EQ(parse_wan("37355.53"), Money::fen(37'355'530'000));
  EXPECT_EQ(parse_wan("0.000001"), Money::fen(1));
  EXPECT_EQ(parse_wan("0.0000001"), std::nullopt);
}

TEST(Money, units_are_told_apart) {
  EXPECT_EQ(parse_money_with_unit("9603万元"), Money::fen(9'603'000'000));
  EXPECT_EQ(parse_money_with_unit("600元"), Money::fen(60'000));
  EXPECT_EQ(parse_money_with_unit("600 yuan"), Money::fen(60'000));
  EXPECT_EQ(parse_money_with_unit("12 wan"), Money::fen(12'000'000));
  EXPECT_EQ(parse_money_with_unit("500fen"), Money::fen(500));
  EXPECT_EQ(parse_money_with_unit("1.2亿元"), Money::fen(12'000'000'000));
  for (const char* bare : {"600", "600 dollars", "元", "", "1.5分"}) {
    EXPECT_EQ(parse_money_with_unit(bare), std::nullopt) << bare;
  }
}

TEST(Money, texts_are_padded_and_grouped) {
  EXPECT_EQ(yuan_text(Money::fen(5)), "0.05");
  EXPECT_EQ(yuan_text(Money::fen(-120)), "-1.20");
  EXPECT_EQ(yuan_text(Money::fen(std::numeric_limits<std::int64_t>::min())), "-92233720368547758.08");
  EXPECT_EQ(wan_text(60'780'000_yuan), "6,078.00");
  EXPECT_EQ(wan_text(Money::fen(-5'000)), "-0.01");  // -0.005万 rounds away from zero
  EXPECT_EQ(wan_text(Money::fen(123'456'789'012'345)), "123,456,789.01");
}

TEST(Rate, is_kept_in_lowest_terms) {
  EXPECT_EQ(Rate(2, -4), Rate(-1, 2));
  EXPECT_EQ(Rate::parse("0.16"), Rate(4, 25));
  EXPECT_EQ(Rate::parse("300000/319000"), Rate(300, 319));
  EXPECT_EQ(Rate::parse("0.5/0.25"), Rate(2, 1));
  EXPECT_EQ(Rate::parse("0.50000000000000000000000"), Rate(1, 2));
  EXPECT_THROW(Rate(1, 0), ProgramFault);
}

TEST(Rate, refuses_what_is_none_and_what_does_not_fit) {
  for (const char* bad : {"", "1/0", "1/-2", "1/", "/2", "1/2/3", "abc", "nan", "inf", "1e-3", "0.0000000000000000001",
                          "123456789012345678901234567890/0.0000000000000000000000000001"}) {
    EXPECT_EQ(Rate::parse(bad), std::nullopt) << bad;
  }
}

TEST(Rate, text_is_decimal_where_one_exists) {
  EXPECT_EQ(to_string(Rate(4, 25)), "0.16");
  EXPECT_EQ(to_string(Rate(-1, 8)), "-0.125");
  EXPECT_EQ(to_string(Rate(300, 319)), "300/319");
  EXPECT_EQ(to_string(Rate(std::numeric_limits<std::int64_t>::max(), 5)), "1844674407370955161.4");
}

TEST(Rate, compares_and_adds_exactly) {
  EXPECT_LT(Rate(1, 3), Rate(33334, 100000));
  EXPECT_GT(Rate(-1, 3), Rate(-1, 2));
  EXPECT_EQ(Rate(1, 3) + Rate(1, 6), Rate(1, 2));
  // Both denominators are near 2^40; the plain product would not fit, the sum in lowest terms does.
  EXPECT_EQ(Rate(1, std::int64_t{1} << 40) + Rate(1, std::int64_t{1} << 40), Rate(1, std::int64_t{1} << 39));
}

}  // namespace
}  // namespace disburse
