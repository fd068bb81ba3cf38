#include "scenarios/office/identity.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace disburse {
namespace {

constexpr std::size_t full = 18;
constexpr std::size_t old = 15;

/// Half-width capitals without blanks around.
std::string normalised(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xEF && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xBC) {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if (last >= 0x90 && last <= 0x99)
        result += static_cast<char>('0' + last - 0x90);  // ０ to ９
      else if (last == 0xB8)
        result += 'X';  // Ｘ
      else
        result += '?';
      i += 2;
    } else if (c != ' ' && c != '\t' && c != '\'') {
      result += static_cast<char>(std::toupper(c));
    }
  }
  return result;
}

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

char check_digit(std::string_view seventeen) {
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += (seventeen[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

ReadIdentity read_identity(std::string_view text) {
  ReadIdentity read;
  std::string number = normalised(text);
  if (number.size() == old && digits(number)) {
    number.insert(6, "19");
    number += check_digit(number);
  }
  read.identity.number = number;
  if (number.size() != full) {
    read.fault = IdentityFault::length;
  } else if (!digits(std::string_view(number).substr(0, 17)) ||
             (number.back() != 'X' && !digits(std::string_view(number).substr(17)))) {
    read.fault = IdentityFault::character;
  } else if (check_digit(number) != number.back()) {
    read.fault = IdentityFault::check_digit;
  } else {
    const auto birth = Date::parse(number.substr(6, 4) + "-" + number.substr(10, 2) + "-" + number.substr(12, 2));
    if (!birth) {
      read.fault = IdentityFault::date;
    } else {
      read.identity.birth = *birth;
    }
    read.identity.sex = (number[16] - '0') % 2 == 1 ? Sex::male : Sex::female;
  }
  return read;
}

std::string masked(std::string_view number) {
  constexpr std::size_t shown = 4;
  if (number.size() <= 2 * shown) return std::string(number.size(), '*');
  return std::string(number.substr(0, shown)) + std::string(number.size() - 2 * shown, '*') +
         std::string(number.substr(number.size() - shown));
}

}  // namespace disburse
