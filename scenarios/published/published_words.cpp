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

}  // namespace

std::optional<std::string> amount_of(std::string_view word) {
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
