#include "engine/base/money.hpp"

#include <cstdlib>
#include <limits>
#include <numeric>
#include <ostream>

#include "engine/base/error.hpp"

namespace disburse {
namespace {

constexpr std::int64_t fen_per_yuan = 100;
constexpr int wan_digits = 6;   // 1 万元 = 10^6 fen
constexpr int yuan_digits = 2;  // 1 yuan = 10^2 fen

/// Symmetric: the one negative number without an opposite is left out, so that a sign can always be turned.
bool fits(Int128 value) {
  constexpr Int128 largest = std::numeric_limits<std::int64_t>::max();
  return value <= largest && value >= -largest;
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

/// Reads [-]digits[.digits]; nothing else, no exponent, no blanks. At most 10^19 and 18 decimals after trailing
/// zeros are dropped, so that the product of two of them or of a power of ten fits in 128 bits.
std::optional<Decimal> parse_decimal(std::string_view text) {
  constexpr int most_places = 18;
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
  while (result.places > 0 && result.digits % 10 == 0) {
    result.digits /= 10;
    --result.places;
  }
  if (result.places > most_places || result.digits > power_of_ten(most_places + 1)) return std::nullopt;
  if (negative) result.digits = -result.digits;
  return result;
}

/// The decimal as an exact number of fen, where one unit has 10^`unit_digits` fen.
std::optional<Money> exact_fen(std::string_view text, int unit_digits) {
  const auto decimal = parse_decimal(text);
  if (!decimal || decimal->places > unit_digits) return std::nullopt;
  const Int128 value = decimal->digits * power_of_ten(unit_digits - decimal->places);
  if (!fits(value)) return std::nullopt;
  return Money::fen(static_cast<std::int64_t>(value));
}

/// The fraction as a Rate; empty when it does not fit even in lowest terms. `denominator` > 0.
std::optional<Rate> lowest_terms(Int128 numerator, Int128 denominator) {
  if (fits(numerator) && fits(denominator))  // words of the machine divide several times faster
    return Rate(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
  Int128 a = numerator < 0 ? -numerator : numerator;
  Int128 b = denominator;
  while (b != 0) {
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  numerator /= a;
  denominator /= a;
  if (!fits(numerator) || !fits(denominator)) return std::nullopt;
  return Rate(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

/// Decimal digits without sign.
std::string digits_text(Int128 magnitude) {
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  } while (magnitude != 0);
  return text;
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

namespace {

/// Not negative over positive, in words that hold both.
template <class Word>
Word quotient_of(Word magnitude, Word denominator, Rounding rounding) {
  Word quotient = magnitude / denominator;
  const Word rest = magnitude % denominator;
  const Word missing = denominator - rest;  // up to the next integer; rest * 2 could leave the type
  switch (rounding) {
    case Rounding::half_up: quotient += rest >= missing ? 1 : 0; break;
    case Rounding::down: break;
    case Rounding::up: quotient += rest != 0 ? 1 : 0; break;
    case Rounding::half_even: quotient += (rest > missing || (rest == missing && quotient % 2 == 1)) ? 1 : 0; break;
  }
  return quotient;
}

}  // namespace

std::int64_t rounded_quotient(Int128 numerator, Int128 denominator, Rounding rounding) {
  EXPECT(denominator > 0);
  const bool negative = numerator < 0;
  const Int128 magnitude = negative ? -numerator : numerator;
  if (fits(magnitude) && fits(denominator)) {  // words of the machine divide several times faster
    const std::int64_t quotient =
        quotient_of(static_cast<std::int64_t>(magnitude), static_cast<std::int64_t>(denominator), rounding);
    return negative ? -quotient : quotient;
  }
  const Int128 quotient = quotient_of(magnitude, denominator, rounding);
  EXPECT(fits(quotient));
  return static_cast<std::int64_t>(negative ? -quotient : quotient);
}

Rate::Rate(std::int64_t numerator, std::int64_t denominator) {
  constexpr std::int64_t no_opposite = std::numeric_limits<std::int64_t>::min();
  EXPECT(denominator != 0 && denominator != no_opposite && numerator != no_opposite);
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
  return lowest_terms(over->digits * power_of_ten(under.places), under.digits * power_of_ten(over->places));
}

std::strong_ordering Rate::operator<=>(const Rate& other) const {
  const Int128 left = Int128{numerator_} * other.denominator_;
  const Int128 right = Int128{other.numerator_} * denominator_;
  return left <=> right;
}

Rate operator+(const Rate& a, const Rate& b) {
  const Int128 numerator = Int128{a.numerator_} * b.denominator_ + Int128{b.numerator_} * a.denominator_;
  const Int128 denominator = Int128{a.denominator_} * b.denominator_;
  const auto sum = lowest_terms(numerator, denominator);
  EXPECT(sum.has_value());
  return *sum;
}

Rate operator*(const Rate& a, const Rate& b) {
  const auto product = lowest_terms(Int128{a.numerator_} * b.numerator_, Int128{a.denominator_} * b.denominator_);
  EXPECT(product.has_value());
  return *product;
}

Rate midpoint(const Rate& a, const Rate& b) { return (a + b) * Rate(1, 2); }

Rate operator/(const Rate& a, const Rate& b) {
  EXPECT(b.numerator_ != 0);
  return a * Rate(b.denominator_, b.numerator_);
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
  const Int128 digits = Int128{rate.numerator()} * (scale / rate.denominator());
  std::string text = digits_text(digits < 0 ? -digits : digits);
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

inline namespace literals {
Money operator""_yuan(const char* digits) {
  std::string plain(digits);
  std::erase(plain, '\'');  // 20'000.00_yuan
  const auto amount = parse_yuan(plain);
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
  static constexpr Unit units[] = {
      {"亿元", 10}, {"万元", wan_digits}, {"wan", wan_digits}, {"yuan", yuan_digits}, {"fen", 0}, {"元", yuan_digits},
      {"分", 0}};
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
  const std::uint64_t magnitude = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  std::string cents = std::to_string(magnitude % fen_per_yuan);
  if (cents.size() < 2) cents.insert(0, "0");
  return (value < 0 ? "-" : "") + std::to_string(magnitude / fen_per_yuan) + "." + cents;
}

std::string grouped_yuan_text(Money amount) {
  std::string text = yuan_text(amount);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::size_t point = text.size() - 3;
  return text.substr(0, sign) + with_thousands(text.substr(sign, point - sign)) + text.substr(point);
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
