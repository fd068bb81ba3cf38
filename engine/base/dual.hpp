#pragma once
// Dual numbers (对偶数): a value and its derivatives in `lanes` directions at once (forward mode; Wengert 1964).
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/base/money.hpp"

namespace disburse {

/// An amount in fen or a rate, as a double with derivatives. It answers to what Money and Rate answer to, so that one
/// formula serves all three; what these round stays as it is, for rounding has no derivative. At the corner of a
/// minimum or maximum the derivative is that of the branch taken. Most numbers move in few directions: lanes stand in
/// groups, and a group in which nothing moves is neither stored nor passed through.
class Dual {
 public:
  static constexpr std::size_t lanes = 32;

  Dual() {}
  Dual(const Dual& other) { *this = other; }
  Dual& operator=(const Dual& other) {
    value_ = other.value_;
    groups_ = other.groups_;
    each(groups_, [&](std::size_t i) { slopes_[i] = other.slopes_[i]; });
    return *this;
  }
  ~Dual() = default;
  Dual(std::int64_t numerator, std::int64_t denominator)
      : value_(static_cast<double>(numerator) / static_cast<double>(denominator)) {}
  Dual(disburse::Money amount) : value_(static_cast<double>(amount.fen())) {}  // NOLINT: every amount is one
  Dual(const disburse::Rate& rate) : value_(rate.to_double()) {}               // NOLINT: every rate is one
  static Dual number(double value) {
    Dual result;
    result.value_ = value;
    return result;
  }
  static Dual yuan(std::int64_t value) { return disburse::Money::yuan(value); }
  /// A function of `x` whose value and derivative there are known.
  static Dual chain(double value, double derivative, const Dual& x) {
    Dual result = number(value);
    result.groups_ = x.groups_;
    each(x.groups_, [&](std::size_t i) { result.slopes_[i] = x.slopes_[i] * derivative; });
    return result;
  }

  double value() const { return value_; }
  double slope(std::size_t lane) const { return (groups_ >> lane / group & 1U) != 0 ? slopes_[lane] : 0.0; }
  /// The derivative in one direction, set where the number is an assumption itself.
  void set_slope(std::size_t lane, double slope) {
    const std::uint32_t own = 1U << lane / group;
    if ((groups_ & own) == 0) each(own, [&](std::size_t i) { slopes_[i] = 0.0; });
    groups_ |= own;
    slopes_[lane] = slope;
  }

  Dual& operator+=(const Dual& other) { return plus(other.value_, 1.0, other); }
  Dual& operator-=(const Dual& other) { return plus(-other.value_, -1.0, other); }
  Dual& operator*=(double factor) {
    value_ *= factor;
    each(groups_, [&](std::size_t i) { slopes_[i] *= factor; });
    return *this;
  }
  Dual operator-() const { return chain(-value_, -1.0, *this); }
  friend Dual operator+(Dual a, const Dual& b) { return a += b; }
  friend Dual operator-(Dual a, const Dual& b) { return a -= b; }
  friend Dual operator*(const Dual& a, const Dual& b) {
    Dual result = chain(0.0, b.value_, a);
    return result.plus(a.value_ * b.value_, a.value_, b);
  }
  /// By a number that is not 0.
  friend Dual operator/(const Dual& a, const Dual& b) {
    Dual result = chain(0.0, 1.0 / b.value_, a);
    const double quotient = a.value_ / b.value_;
    return result.plus(quotient, -quotient / b.value_, b);
  }
  friend Dual operator*(Dual a, std::int64_t n) { return a *= static_cast<double>(n); }
  friend Dual operator*(std::int64_t n, Dual a) { return a *= static_cast<double>(n); }
  Dual times(const Dual& rate, Rounding) const { return *this * rate; }
  Dual divided_by(std::int64_t divisor, Rounding) const {
    return chain(value_ / static_cast<double>(divisor), 1.0 / static_cast<double>(divisor), *this);
  }

  /// The same number and the same derivatives: what is equal may stand for the other.
  friend bool operator==(const Dual& a, const Dual& b) {
    bool same = a.value_ == b.value_;
    each(a.groups_ | b.groups_, [&](std::size_t i) { same = same && a.slope(i) == b.slope(i); });
    return same;
  }
  friend bool operator<(const Dual& a, const Dual& b) { return a.value_ < b.value_; }
  friend bool operator>(const Dual& a, const Dual& b) { return b < a; }
  friend bool operator<=(const Dual& a, const Dual& b) { return !(b < a); }
  friend bool operator>=(const Dual& a, const Dual& b) { return !(a < b); }

 private:
  static constexpr std::size_t group = 4;  // lanes

  /// Calls f(lane) for the lanes of `groups`.
  template <class F>
  static void each(std::uint32_t groups, F f) {
    for (; groups != 0; groups &= groups - 1) {
      const std::size_t begin = static_cast<std::size_t>(std::countr_zero(groups)) * group;
      for (std::size_t i = begin; i < begin + group; ++i) f(i);
    }
  }

  /// Adds `value`, and `factor` times the slopes of `other`.
  Dual& plus(double value, double factor, const Dual& other) {
    value_ += value;
    const std::uint32_t here = groups_ & other.groups_;
    const std::uint32_t new_ones = other.groups_ & ~groups_;
    each(here, [&](std::size_t i) { slopes_[i] += factor * other.slopes_[i]; });
    each(new_ones, [&](std::size_t i) { slopes_[i] = factor * other.slopes_[i]; });
    groups_ |= new_ones;
    return *this;
  }

  double value_ = 0.0;
  std::uint32_t groups_ = 0;          // those with a slope that may not be 0
  std::array<double, lanes> slopes_;  // of these groups; the others are not written
};

/// 1 - (1 - q)^(1/12), the probability of dying within a month; 1 where q is.
Dual monthly_probability(const Dual& q);
/// (1 + annual)^(months / 12).
Dual growth(const Dual& annual, int months);
inline Dual product(const Dual& a, const Dual& b) { return a * b; }
inline Dual midpoint(const Dual& a, const Dual& b) { return (a + b).divided_by(2, Rounding::half_up); }
inline Dual ratio(const Dual& a, const Dual& b) { return a / b; }

inline const Dual& amount_of(const Dual& money) { return money; }
inline const Dual& real_of(const Dual& rate) { return rate; }
inline Dual scaled(const Dual& number, double factor) { return Dual::chain(factor * number.value(), factor, number); }
inline Dual weighted(const Dual& amount, const Dual& alive) { return amount * alive; }
inline double heads(std::int64_t payments, const Dual& alive) { return static_cast<double>(payments) * alive.value(); }
inline Dual share_of(const Dual& sum, const Dual& share) { return sum * share; }
inline double share_of(double persons, const Dual& share) { return persons * share.value(); }

/// The value alone.
std::string to_string(const Dual& number);

}  // namespace disburse
