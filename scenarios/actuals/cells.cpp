#include "scenarios/actuals/cells.hpp"

#include <charconv>

#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/content_kind.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Month> month_in(std::string_view cell, int year) {
  std::string text = cleaned(cell);
  std::erase(text, ' ');
  std::string_view number = text;
  for (const std::string_view ending : {"份", "月"}) {
    if (number.ends_with(ending)) number.remove_suffix(ending.size());
  }
  constexpr std::size_t two = 2;
  constexpr int december = 12;
  if (number.size() == text.size() || number.empty() || number.size() > two) return month_of(cell);
  int month = 0;
  const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), month);
  const bool whole = fault == std::errc{} && end == number.data() + number.size();
  return whole && month >= 1 && month <= december ? std::optional(Month(year, month)) : std::nullopt;
}

bool says_unknown(std::string_view cell) {
  const std::string text = cleaned(cell);
  for (const char* word : {"未知", "不详", "不明", "待核", "unknown", "?"}) {
    if (text == word) return true;
  }
  return false;
}

Message held(std::string_view cell) {
  Message kind = content_kind(cell);
  return kind.empty() ? "nothing"_m : kind;
}

std::string without_long_numbers(std::string_view sentence) {
  constexpr std::size_t telephone = 11;
  std::string text;
  for (std::size_t at = 0; at < sentence.size();) {
    std::size_t end = at;
    while (end < sentence.size() && is_digit(sentence[end])) ++end;
    if (end - at >= telephone) {
      text += "…";
    } else {
      end = end == at ? at + 1 : end;
      text += sentence.substr(at, end - at);
    }
    at = end;
  }
  return text;
}

}  // namespace disburse
