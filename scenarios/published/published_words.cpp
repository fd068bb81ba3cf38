#include "scenarios/published/published_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/money.hpp"

namespace disburse {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// True without commas, or with one before every three digits: "12,345.67".
bool is_grouped(std::string_view text) {
  constexpr std::size_t group = 3;
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && text.find(',', point) != std::string_view::npos) return false;
  text = text.substr(0, point);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const bool commas = text.find(',') != std::string_view::npos;
  for (std::size_t comma; (comma = text.rfind(',')) != std::string_view::npos; text = text.substr(0, comma)) {
    if (text.size() - comma - 1 != group) return false;
  }
  return !commas || (!text.empty() && text.size() <= group);
}

}  // namespace

std::string half_width(std::string_view word) {
  constexpr std::size_t wide = 3;
  constexpr char first = '\x90', last = '\x99';  // ０ to ９ are EF BC 90 to EF BC 99
  static constexpr std::array<std::pair<std::string_view, char>, 5> signs{
      {{"．", '.'}, {"，", ','}, {"－", '-'}, {"＋", '+'}, {"％", '%'}}};
  std::string plain;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view here = word.substr(i, wide);
    const auto sign = std::find_if(signs.begin(), signs.end(), [&](const auto& pair) { return pair.first == here; });
    if (here.size() == wide && here.starts_with("\xEF\xBC") && here[2] >= first && here[2] <= last) {
      plain += static_cast<char>('0' + (here[2] - first));
      i += wide;
    } else if (sign != signs.end()) {
      plain += sign->second;
      i += wide;
    } else {
      plain += word[i++];
    }
  }
  const bool number = plain.find_first_not_of("0123456789.,+-%") == std::string::npos;
  return number ? plain : std::string(word);
}

std::string year_in_digits(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, char>, 13> numerals{{{"〇", '0'},
                                                                               {"○", '0'},
                                                                               {"Ｏ", '0'},
                                                                               {"零", '0'},
                                                                               {"一", '1'},
                                                                               {"二", '2'},
                                                                               {"三", '3'},
                                                                               {"四", '4'},
                                                                               {"五", '5'},
                                                                               {"六", '6'},
                                                                               {"七", '7'},
                                                                               {"八", '8'},
                                                                               {"九", '9'}}};
  constexpr std::string_view year = "年", century = "20";
  constexpr std::size_t wide = 3, digits_of_year = 4;
  const std::size_t end = word.find(year);
  if (end == std::string_view::npos || end < wide * digits_of_year) return std::string(word);
  const std::size_t begin = end - wide * digits_of_year;
  std::string digits;
  for (std::size_t i = begin; i < end; i += wide) {
    const auto found = std::find_if(numerals.begin(), numerals.end(),
                                    [&](const auto& one) { return one.first == word.substr(i, wide); });
    if (found == numerals.end()) return std::string(word);
    digits += found->second;
  }
  if (!digits.starts_with(century)) return std::string(word);
  return std::string(word.substr(0, begin)) + digits + std::string(word.substr(end));
}

bool looks_like_amount(std::string_view word) {
  if (amount_of(word)) return false;
  std::string text = plain_name(word);
  constexpr std::string_view open = "（", close = "）";
  // A remark in brackets behind the number.
  if (const std::size_t at = text.find(open); at != std::string::npos && at > 0) text.erase(at);
  if (text.starts_with(open)) text.erase(0, open.size());
  if (text.ends_with(close)) text.erase(text.size() - close.size());
  for (const std::string_view unit : {"万元", "元"}) {
    if (text.ends_with(unit)) text.erase(text.size() - unit.size());
  }
  const bool digit = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool several = text.size() > 1;  // （1） numbers a name
  return digit && several && text.find_first_not_of("0123456789.,+-%OoIl*") == std::string::npos;
}

std::optional<std::string> amount_of(std::string_view word) {
  if (!is_grouped(word)) return std::nullopt;
  std::string plain(word);
  std::erase(plain, ',');
  if (plain.starts_with("+")) plain.erase(0, 1);
  const std::string_view digits = std::string_view(plain).substr(plain.starts_with("-") ? 1 : 0);
  const std::size_t point = digits.find('.');
  const bool whole = all_digits(digits.substr(0, point));
  const bool parts = point == std::string_view::npos || all_digits(digits.substr(point + 1));
  if (!whole || !parts) return std::nullopt;
  // Leading zeros stand in numbers that are none: telephones, pages, days.
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  return plain;
}

bool is_code(std::string_view word) {
  return all_digits(word) && (word.size() == 3 || word.size() == 5 || word.size() == 7);
}

std::string plain_name(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> same{
      {{"\u3000", ""}, {" ", ""}, {"(", "（"}, {")", "）"}, {"\"", "“"}, {"”", "“"}, {":", "："}, {"…", ""}}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const auto found = std::find_if(same.begin(), same.end(),
                                    [&](const auto& pair) { return text.substr(i).starts_with(pair.first); });
    if (found == same.end()) {
      plain += text[i++];
    } else {
      plain += found->second;
      i += found->first.size();
    }
  }
  return plain;
}

}  // namespace disburse
