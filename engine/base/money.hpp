#pragma once
// Amounts of money (金额) in whole fen, exact rates (比率), and the named ways of rounding one by the other.
#include <compare>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/wide.hpp"

namespace disburse {

/// How an exact product is brought back to whole fen. The names say what happens to the digits left over.
enum class Rounding : std::uint8_t {
  half_up,    ///< 四舍五入到分: ties away from zero
  down,       ///< 舍去分以下: towards zero
  up,         ///< 见厘进分: away from zero
  half_even,  ///< 四舍六入五成双: ties to the even fen
};

/// An exact rational number without unit (a contribution rate, a mortality factor, a unit cost in yuan).
/// Always in lowest terms with a positive denominator; both parts fit in 64 bits.
class Rate {
 public:
  constexpr Rate() = default;
  /// Requires `denominator` > 0 after the sign is moved to the numerator; it must not be 0.
  Rate(std::int64_t numerator, std::int64_t denominator);

  /// "0.16", "-3", "2/3", "300000/319000". Empty when the text is none of these or does not fit.
  static std::optional<Rate> parse(std::string_view text);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  double to_double() const { return static_cast<double>(numerator_) / static_cast<double>(denominator_); }

  friend bool operator==(const Rate&, const Rate&) = default;
  std::strong_ordering operator<=>(const Rate& other) const;
  /// Exact sum; aborts when the result does not fit.
  friend Rate operator+(const Rate& a, const Rate& b);
  friend Rate operator*(const Rate& a, const Rate& b);
  /// Exact quotient by a rate that is not 0.
  friend Rate operator/(const Rate& a, const Rate& b);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

/// (a + b) / 2, exact.
Rate midpoint(const Rate& a, const Rate& b);

/// Shortest exact decimal, or "a/b" where none exists.
std::string to_string(const Rate& rate);

/// An amount (金额) in fen. It adds only to amounts; every product with a rate names its rounding.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money fen(std::int64_t value) { return Money(value); }
  static constexpr Money yuan(std::int64_t value) { return Money(value * 100); }

  constexpr std::int64_t fen() const { return fen_; }

  friend constexpr auto operator<=>(const Money&, const Money&) = default;
  constexpr Money operator-() const { return Money(-fen_); }
  constexpr Money& operator+=(Money other) {
    fen_ += other.fen_;
    return *this;
  }
  constexpr Money& operator-=(Money other) {
    fen_ -= other.fen_;
    return *this;
  }
  friend constexpr Money operator+(Money a, Money b) { return Money(a.fen_ + b.fen_); }
  friend constexpr Money operator-(Money a, Money b) { return Money(a.fen_ - b.fen_); }
  friend constexpr Money operator*(Money a, std::int64_t n) { return Money(a.fen_ * n); }
  friend constexpr Money operator*(std::int64_t n, Money a) { return Money(a.fen_ * n); }

  /// The exact product with `rate`, rounded once.
  Money times(const Rate& rate, Rounding rounding) const;
  /// The exact quotient by `divisor` > 0, rounded once.
  Money divided_by(std::int64_t divisor, Rounding rounding) const;

 private:
  explicit constexpr Money(std::int64_t value) : fen_(value) {}
  std::int64_t fen_ = 0;
};

/// `numerator / denominator` rounded to an integer, exact in 128 bits; `denominator` > 0.
std::int64_t rounded_quotient(Int128 numerator, Int128 denominator, Rounding rounding);

inline namespace literals {
/// 600.00_yuan
Money operator""_yuan(const char* digits);
}  // namespace literals

/// "600", "600.5", "-0.01" in yuan; empty when not an exact number of fen.
std::optional<Money> parse_yuan(std::string_view text);
/// "12345.67" in 万元 (10,000 yuan), up to six decimals; empty when not an exact number of fen.
std::optional<Money> parse_wan(std::string_view text);
/// "9603万元", "600元", "600 yuan", "12 wan", "500fen", "1.2亿元"; a bare number is refused.
std::optional<Money> parse_money_with_unit(std::string_view text);

/// "600.00"
std::string yuan_text(Money amount);
/// "15,463.20": yuan with thousands separated by commas.
std::string grouped_yuan_text(Money amount);
/// "6,078.00" in 万元 with two decimals, half up; thousands separated by commas.
std::string wan_text(Money amount);

std::ostream& operator<<(std::ostream& out, Money amount);
std::ostream& operator<<(std::ostream& out, const Rate& rate);

}  // namespace disburse
