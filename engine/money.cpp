#include "engine/money.hpp"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <ostream>

#include "engine/error.hpp"

namespace disburse {
namespace {

constexpr std::int64_t fen_per_yuan = 100;
constexpr int wan_digits = 6;   // 1 万元 = 10^6 fen
constexpr int yuan_digits = 2;  // 1 yuan = 10^2 fen

bool fits(Int128 value) {
  return value <= std::numeric_limits<std::int64_t>::max() && value >= std::numeric_limits<std::int64_t>::min();
}

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

struct Decimal {
  Int128 digits = 0;
  int places = 0;
};

/// Reads [-]digits[.digits]; nothing else, no exponent, no blanks.
std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 30) return std::nullopt;
  Decimal result;
  bool point = false;
  bool digit = false;
  for (const char c : text) {
    if (c == '.' && !point && digit) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    result.digits = result.digits * 10 + (c - '0');
    if (point) ++result.places;
    digit = true;
  }
  if (!digit || text.back() == '.') return std::nullopt;
  if (negative) result.digits = -result.digits;
  return result;
}

/// The decimal as an exact number of fen, where one unit has 10^`unit_digits` fen.
std::optional<Money> exact_fen(std::string_view text, int unit_digits) {
  auto decimal = parse_decimal(text);
  if (!decimal) return std::nullopt;
  while (decimal->places > unit_digits) {
    if (decimal->digits % 10 != 0) return std::nullopt;
    decimal->digits /= 10;
    --decimal->places;
  }
  const Int128 value = decimal->digits * power_of_ten(unit_digits - decimal->places);
  if (!fits(value)) return std::nullopt;
  return Money::fen(static_cast<std::int64_t>(value));
}

std::string with_thousands(const std::string& digits) {
  std::string text;
  const std::size_t n = digits.size();
  for (std::size_t i = 0; i < n; ++i) {
    if (i != 0 && (n - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

}  // namespace

std::int64_t rounded_quotient(Int128 numerator, Int128 denominator, Rounding rounding) {
  EXPECT(denominator > 0);
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  Int128 quotient = magnitude / denominator;
  const Int128 rest = magnitude % denominator;
  const Int128 twice = rest * 2;
  switch (rounding) {
    case Rounding::half_up: quotient += twice >= denominator ? 1 : 0; break;
    case Rounding::down: break;
    case Rounding::up: quotient += rest != 0 ? 1 : 0; break;
    case Rounding::half_even:
      quotient += (twice > denominator || (twice == denominator && quotient % 2 == 1)) ? 1 : 0;
      break;
  }
  EXPECT(fits(quotient));
  return static_cast<std::int64_t>(negative ? -quotient : quotient);
}

Rate::Rate(std::int64_t numerator, std::int64_t denominator) {
  EXPECT(denominator != 0);
  const std::int64_t common = std::gcd(numerator, denominator);
  const std::int64_t sign = denominator < 0 ? -1 : 1;
  numerator_ = sign * (numerator / common);
  denominator_ = sign * (denominator / common);
}

std::optional<Rate> Rate::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto over = parse_decimal(text.substr(0, slash));
  if (!over) return std::nullopt;
  Decimal under{1, 0};
  if (slash != std::string_view::npos) {
    const auto parsed = parse_decimal(text.substr(slash + 1));
    if (!parsed || parsed->digits <= 0) return std::nullopt;
    under = *parsed;
  }
  const Int128 numerator = over->digits * power_of_ten(under.places);
  const Int128 denominator = under.digits * power_of_ten(over->places);
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Rate(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

std::strong_ordering Rate::operator<=>(const Rate& other) const {
  const Int128 left = Int128{numerator_} * other.denominator_;
  const Int128 right = Int128{other.numerator_} * denominator_;
  return left <=> right;
}

Rate operator+(const Rate& a, const Rate& b) {
  const Int128 numerator = Int128{a.numerator_} * b.denominator_ +
                             Int128{b.numerator_} * a.denominator_;
  const Int128 denominator = Int128{a.denominator_} * b.denominator_;
  EXPECT(fits(numerator) && fits(denominator));
  return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::string to_string(const Rate& rate) {
  constexpr std::size_t most_places = 15;
  std::size_t places = 0;
  std::int64_t scale = 1;
  while (scale % rate.denominator() != 0 && places < most_places) {
    scale *= 10;
    ++places;
  }
  if (scale % rate.denominator() != 0) {
    return std::to_string(rate.numerator()) + "/" + std::to_string(rate.denominator());
  }
  const std::int64_t digits = rounded_quotient(Int128{rate.numerator()} * scale, rate.denominator(), Rounding::down);
  std::string text = std::to_string(std::abs(digits));
  if (places > 0) {
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, ".");
  }
  return digits < 0 ? "-" + text : text;
}

Money Money::times(const Rate& rate, Rounding rounding) const {
  return Money(rounded_quotient(Int128{fen_} * rate.numerator(), rate.denominator(), rounding));
}

Money Money::divided_by(std::int64_t divisor, Rounding rounding) const {
  return Money(rounded_quotient(fen_, divisor, rounding));
}

namespace literals {
Money operator""_yuan(const char* digits) {
  const auto amount = parse_yuan(digits);
  EXPECT(amount.has_value());
  return *amount;
}
}  // namespace literals

std::optional<Money> parse_yuan(std::string_view text) { return exact_fen(text, yuan_digits); }

std::optional<Money> parse_wan(std::string_view text) { return exact_fen(text, wan_digits); }

std::optional<Money> parse_money_with_unit(std::string_view text) {
  struct Unit {
    std::string_view suffix;
    int digits;
  };
  // Longest first: 万元 before 元.
  static constexpr Unit units[] = {{"亿元", 10}, {"万元", wan_digits}, {"wan", wan_digits}, {"yuan", yuan_digits},
                                   {"fen", 0},   {"元", yuan_digits},  {"分", 0}};
  for (const Unit& unit : units) {
    if (!text.ends_with(unit.suffix)) continue;
    text.remove_suffix(unit.suffix.size());
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return exact_fen(text, unit.digits);
  }
  return std::nullopt;
}

std::string yuan_text(Money amount) {
  const std::int64_t value = amount.fen();
  const std::uint64_t magnitude =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string cents = std::to_string(magnitude % fen_per_yuan);
  if (cents.size() < 2) cents.insert(0, "0");
  return (value < 0 ? "-" : "") + std::to_string(magnitude / fen_per_yuan) + "." + cents;
}

std::string wan_text(Money amount) {
  const std::int64_t hundredths = rounded_quotient(amount.fen(), 10'000, Rounding::half_up);
  const std::int64_t magnitude = std::abs(hundredths);
  std::string cents = std::to_string(magnitude % 100);
  if (cents.size() < 2) cents.insert(0, "0");
  return (hundredths < 0 ? "-" : "") + with_thousands(std::to_string(magnitude / 100)) + "." + cents;
}

std::ostream& operator<<(std::ostream& out, Money amount) { return out << yuan_text(amount) << " yuan"; }

std::ostream& operator<<(std::ostream& out, const Rate& rate) { return out << to_string(rate); }

}  // namespace disburse
