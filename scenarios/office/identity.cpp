#include "scenarios/office/identity.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "scenarios/office/cleaned.hpp"

namespace disburse {
namespace {

constexpr std::size_t full = 18;
constexpr std::size_t old = 15;

/// Half-width capitals without blanks.
std::string normalised(std::string_view text) {
  std::string result = without_blanks(text);
  for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

bool letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The kind of a number that is no citizen's: by its letters and its length.
DocumentKind kind_of(std::string_view number) {
  const std::size_t first_digit = number.find_first_of("0123456789");
  if (first_digit == std::string_view::npos || !digits(number.substr(first_digit))) return DocumentKind::unknown;
  const std::string_view head = number.substr(0, first_digit);
  const std::size_t rest = number.size() - first_digit;
  if (!letters(head)) return DocumentKind::unknown;
  if (head.size() == 3 && rest == 12) return DocumentKind::foreigner_letters;
  if ((head == "H" || head == "M") && (rest == 8 || rest == 10)) return DocumentKind::travel_permit;
  if (head.size() <= 2 && (rest == 7 || rest == 8)) return DocumentKind::passport;
  return DocumentKind::unknown;
}

DocumentKind kind_of_eighteen(std::string_view number) {
  constexpr std::string_view test_area = "999999";  // assigned to nobody
  if (number.starts_with("81") || number.starts_with("82") || number.starts_with("83"))
    return DocumentKind::residence_permit;
  return number.starts_with('9') && !number.starts_with(test_area) ? DocumentKind::foreigner : DocumentKind::citizen;
}

}  // namespace

bool may_have_lost_digits(std::string_view text) {
  const std::string number = normalised(text);
  if (number.size() == full && digits(number)) return number.ends_with("000");
  return number.find("E+") != std::string::npos && number.find_first_not_of("0123456789.E+") == std::string::npos;
}

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
    read.identity.upgraded = true;
  }
  read.identity.number = number;
  if (number.size() != full && kind_of(number) != DocumentKind::unknown) {
    read.identity.kind = kind_of(number);
    read.identity.tells_birth = false;
    return read;
  }
  read.identity.kind = kind_of_eighteen(number);
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

}  // namespace disburse
