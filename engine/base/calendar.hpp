#pragma once
// Months (月份) for entitlement and payment, days where a day matters, fiscal years, and the horizon of a run.
#include <compare>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace disburse {

/// A calendar month. Arithmetic is in months; there are no days in it.
class Month {
 public:
  constexpr Month() = default;
  /// `month` is 1 to 12.
  constexpr Month(int year, int month) : index_(year * 12 + month - 1) {}
  static constexpr Month from_index(std::int32_t index) { return Month(index); }
  /// No month at all: a member who has not retired.
  static constexpr Month none() { return Month(none_index); }
  /// "2024-01", years 1800 to 2200.
  static std::optional<Month> parse(std::string_view text);

  constexpr std::int32_t index() const { return index_; }
  constexpr bool is_none() const { return index_ == none_index; }
  constexpr int year() const { return index_ / 12; }
  constexpr int month() const { return index_ % 12 + 1; }

  friend constexpr auto operator<=>(const Month&, const Month&) = default;
  friend constexpr Month operator+(Month m, int months) { return Month(m.index_ + months); }
  friend constexpr Month operator-(Month m, int months) { return Month(m.index_ - months); }
  friend constexpr int operator-(Month a, Month b) { return a.index_ - b.index_; }
  constexpr Month& operator++() {
    ++index_;
    return *this;
  }

 private:
  explicit constexpr Month(std::int32_t index) : index_(index) {}
  static constexpr std::int32_t none_index = 1'000'000;  // later than every month, so "retired before" is false
  std::int32_t index_ = none_index;
};

/// Completed years of age (周岁) reached by the end of `month`, for someone born in month `birth`: the age changes
/// in the month of birth, since days are not known.
constexpr int age_in(Month birth, Month month) { return (month - birth) / 12; }

std::string to_string(Month month);
std::ostream& operator<<(std::ostream& out, Month month);

/// A day, used where the law was announced or a payment falls due.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
  /// "2024-07-01"; empty for days that do not exist.
  static std::optional<Date> parse(std::string_view text);
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};
std::string to_string(const Date& date);

/// The months that a run projects: `count` months beginning with `first`.
struct Horizon {
  Month first;
  int count = 0;
  /// "2024-01..2024-12"; empty when malformed or the end lies before the beginning.
  static std::optional<Horizon> parse(std::string_view text);
  constexpr Month end() const { return first + count; }  ///< the first month after it
  constexpr bool contains(Month month) const { return month >= first && month < end(); }
  constexpr Month month(int offset) const { return first + offset; }
  friend bool operator==(const Horizon&, const Horizon&) = default;
};
std::string to_string(const Horizon& horizon);

}  // namespace disburse
