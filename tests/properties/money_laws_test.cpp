// Laws of money, rates and their texts, whatever the amounts.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdlib>

#include "engine/base/money.hpp"
#include "outputs/text/number_text.hpp"

namespace disburse {
namespace {

constexpr Rounding all_roundings[] = {Rounding::half_up, Rounding::down, Rounding::up, Rounding::half_even};

Money any_amount() { return Money::fen(*rc::gen::inRange<std::int64_t>(-10'000'000'000'000, 10'000'000'000'001)); }
Rate any_rate() {
  return {*rc::gen::inRange<std::int64_t>(-100'000, 100'001), *rc::gen::inRange<std::int64_t>(1, 10'001)};
}

RC_GTEST_PROP(MoneyLaws, a_product_lies_within_a_fen_of_the_exact_one, ()) {
  const Money amount = Money::fen(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001));
  const Rate rate = any_rate();
  for (const Rounding rounding : all_roundings) {
    // In whole fen: |product x denominator - amount x numerator| below one denominator.
    const Int128 off =
        Int128{amount.times(rate, rounding).fen()} * rate.denominator() - Int128{amount.fen()} * rate.numerator();
    RC_ASSERT(off < rate.denominator() && off > -rate.denominator());
  }
}

RC_GTEST_PROP(MoneyLaws, rounding_is_the_same_on_both_sides_of_nothing, ()) {
  const Money amount = any_amount();
  const auto divisor = *rc::gen::inRange<std::int64_t>(1, 1'000);
  for (const Rounding rounding : all_roundings)
    RC_ASSERT((-amount).divided_by(divisor, rounding) == -(amount.divided_by(divisor, rounding)));
}

RC_GTEST_PROP(MoneyLaws, down_and_up_enclose_the_halves, ()) {
  const Money amount = Money::fen(std::abs(any_amount().fen()));
  const auto divisor = *rc::gen::inRange<std::int64_t>(1, 1'000);
  const Money down = amount.divided_by(divisor, Rounding::down);
  const Money up = amount.divided_by(divisor, Rounding::up);
  RC_ASSERT(up - down == Money::fen(amount.fen() % divisor == 0 ? 0 : 1));
  for (const Rounding half : {Rounding::half_up, Rounding::half_even}) {
    const Money rounded = amount.divided_by(divisor, half);
    RC_ASSERT(rounded == down || rounded == up);
  }
}

RC_GTEST_PROP(MoneyLaws, more_money_is_never_rounded_to_less, ()) {
  const Money less = any_amount();
  const Money more = less + Money::fen(*rc::gen::inRange<std::int64_t>(0, 10'000));
  const Rate rate(*rc::gen::inRange<std::int64_t>(0, 1'000), *rc::gen::inRange<std::int64_t>(1, 1'000));
  for (const Rounding rounding : all_roundings) RC_ASSERT(less.times(rate, rounding) <= more.times(rate, rounding));
}

RC_GTEST_PROP(MoneyLaws, dividing_is_taking_the_part, ()) {
  const Money amount = any_amount();
  const auto parts = *rc::gen::inRange<std::int64_t>(1, 1'000);
  for (const Rounding rounding : all_roundings)
    RC_ASSERT(amount.divided_by(parts, rounding) == amount.times(Rate(1, parts), rounding));
}

RC_GTEST_PROP(MoneyLaws, whole_multiples_are_exact, ()) {
  const Money amount = Money::fen(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001));
  const auto times = *rc::gen::inRange<std::int64_t>(1, 10'000);
  for (const Rounding rounding : all_roundings) {
    RC_ASSERT(amount.times(Rate(times, 1), rounding) == amount * times);
    RC_ASSERT((amount * times).divided_by(times, rounding) == amount);
  }
}

RC_GTEST_PROP(RateLaws, sums_and_quotients_undo_each_other, ()) {
  const Rate a = any_rate();
  const Rate b = any_rate();
  RC_ASSERT(a + b == b + a);
  RC_ASSERT(a * b == b * a);
  RC_PRE(b.numerator() != 0);
  RC_ASSERT(a * b / b == a);
  RC_ASSERT(a / b * b == a);
}

RC_GTEST_PROP(RateLaws, stand_in_the_order_of_their_fractions, ()) {
  const Rate a = any_rate();
  const Rate b = any_rate();
  const auto left = Int128{a.numerator()} * b.denominator();
  const auto right = Int128{b.numerator()} * a.denominator();
  RC_ASSERT((a < b) == (left < right));
  RC_ASSERT((a == b) == (left == right));
}

RC_GTEST_PROP(RateLaws, the_middle_is_as_far_from_both, ()) {
  const Rate a = any_rate();
  const Rate b = any_rate();
  const Rate middle = midpoint(a, b);
  RC_ASSERT(middle + middle == a + b);
}

RC_GTEST_PROP(MoneyTexts, with_commas_are_those_without, ()) {
  const Money amount = any_amount();
  std::string grouped = grouped_yuan_text(amount);
  const std::size_t digits_behind = grouped.size() - grouped.find('.');
  RC_ASSERT(digits_behind == 3U);
  for (std::size_t comma = grouped.find(','); comma != std::string::npos; comma = grouped.find(',', comma + 1)) {
    RC_ASSERT((grouped.find('.') - comma) % 4 == 0U);
  }
  std::erase(grouped, ',');
  RC_ASSERT(grouped == yuan_text(amount));
}

RC_GTEST_PROP(MoneyTexts, in_wan_lie_within_half_a_hundredth, ()) {
  const Money amount = any_amount();
  std::string text = wan_text(amount);
  std::erase(text, ',');
  const auto read = parse_wan(text);
  RC_ASSERT(read.has_value());
  RC_ASSERT(std::abs((*read - amount).fen()) <= 5'000);  // half of 0.01万元
}

RC_GTEST_PROP(MoneyTexts, in_wan_of_whole_hundredths_are_exact, ()) {
  const Money amount = Money::yuan(100 * *rc::gen::inRange<std::int64_t>(-100'000'000, 100'000'001));
  std::string text = wan_text(amount);
  std::erase(text, ',');
  RC_ASSERT(parse_wan(text) == amount);
}

RC_GTEST_PROP(MoneyTexts, of_units_are_the_same_amount, ()) {
  const auto wan = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
  const Money amount = Money::yuan(wan * 10'000);
  RC_ASSERT(parse_money_with_unit(std::to_string(wan) + "万元") == amount);
  RC_ASSERT(parse_money_with_unit(std::to_string(wan) + " wan") == amount);
  RC_ASSERT(parse_money_with_unit(std::to_string(wan * 10'000) + "元") == amount);
  RC_ASSERT(parse_money_with_unit(std::to_string(wan * 10'000) + " yuan") == amount);
  RC_ASSERT(parse_money_with_unit(std::to_string(wan * 1'000'000) + "fen") == amount);
  RC_ASSERT(!parse_money_with_unit(std::to_string(wan)));
}

RC_GTEST_PROP(MoneyTexts, bear_a_sign_where_they_are_more, ()) {
  const Money amount = any_amount();
  const std::string text = signed_wan_text(amount);
  const bool nothing = text.find_first_of("123456789") == std::string::npos;
  RC_ASSERT(text.starts_with('+') == (amount > Money{} && !nothing));
  if (text.starts_with('+')) RC_ASSERT(text.substr(1) == wan_text(amount));
}

RC_GTEST_PROP(NumberTexts, with_commas_are_the_number, ()) {
  const auto count = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'001);
  std::string text = count_text(static_cast<double>(count), 0);
  std::erase(text, ',');
  RC_ASSERT(text == std::to_string(count));
}

}  // namespace
}  // namespace disburse
