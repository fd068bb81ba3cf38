#include "engine/base/calendar.hpp"

#include <charconv>
#include <ostream>

namespace disburse {
namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2200;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5));
  if (!year || !month || *year < first_year || *year > last_year || *month < 1 || *month > 12) return std::nullopt;
  return Month(*year, *month);
}

std::string to_string(Month month) {
  if (month.is_none()) return "-";
  return padded(month.year(), 4) + "-" + padded(month.month(), 2);
}

std::ostream& operator<<(std::ostream& out, Month month) { return out << to_string(month); }

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = Month::parse(text.substr(0, 7));
  const auto day = digits(text.substr(8));
  if (!month || !day || *day < 1 || *day > days_in(month->year(), month->month())) return std::nullopt;
  return Date{month->year(), month->month(), *day};
}

std::string to_string(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::optional<Horizon> Horizon::parse(std::string_view text) {
  if (text.size() != 16 || text.substr(7, 2) != "..") return std::nullopt;
  const auto first = Month::parse(text.substr(0, 7));
  const auto last = Month::parse(text.substr(9));
  if (!first || !last || *last < *first) return std::nullopt;
  return Horizon{*first, *last - *first + 1};
}

std::string to_string(const Horizon& horizon) { return to_string(horizon.first) + ".." + to_string(horizon.end() - 1); }

}  // namespace disburse
