#include "outputs/checks/personal_numbers.hpp"

#include <string_view>

namespace disburse {
namespace {

constexpr std::size_t wide_bytes = 3;  // of a full-width digit, U+FF10 to U+FF19

/// The digit that begins here, and its bytes; 0 bytes where there is none.
struct Digit {
  char value = 0;
  std::size_t bytes = 0;
};

Digit digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (c >= '0' && c <= '9') return {c, 1};
  if (text.substr(at).size() < wide_bytes || text[at] != '\xEF' || text[at + 1] != '\xBC') return {};
  const auto last = static_cast<unsigned char>(text[at + 2]);
  constexpr unsigned char zero = 0x90, nine = 0x99;
  return last >= zero && last <= nine ? Digit{static_cast<char>('0' + (last - zero)), wide_bytes} : Digit{};
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_personal(std::string_view digits, bool with_x) {
  constexpr std::size_t phone = 11, old_identity = 15, longest_account = 19, before_x = 17;
  if (with_x) return digits.size() == before_x;
  if (digits.size() == phone) return digits[0] == '1' && digits[1] >= '3';
  return digits.size() >= old_identity && digits.size() <= longest_account;
}

}  // namespace

std::string without_personal_numbers(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::string digits;
    std::size_t end = at;
    for (Digit digit = digit_at(text, end); digit.bytes > 0; digit = digit_at(text, end)) {
      digits += digit.value;
      end += digit.bytes;
    }
    if (digits.empty()) {
      result += text[at++];
      continue;
    }
    bool with_x = end < text.size() && (text[end] == 'X' || text[end] == 'x');
    with_x = with_x && (end + 1 == text.size() || !is_word(text[end + 1]));
    const bool in_word = (at > 0 && is_word(text[at - 1])) || (!with_x && end < text.size() && is_word(text[end]));
    if (!in_word && is_personal(digits, with_x)) {
      result += std::string(digits.size() + (with_x ? 1 : 0), '*');
      end += with_x ? 1 : 0;
    } else {
      result += text.substr(at, end - at);
    }
    at = end;
  }
  return result;
}

}  // namespace disburse
