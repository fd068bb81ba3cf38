#pragma once
// The citizen's identity number (公民身份号码, GB 11643-1999): form, check digit, birth and sex; never kept.
#include <optional>
#include <string>
#include <string_view>

#include "engine/calendar.hpp"
#include "engine/roster.hpp"

namespace disburse {

enum class IdentityFault { none, length, character, check_digit, date };

struct Identity {
  std::string number;  ///< 18 characters; 15 digits become 18 with 19 and a check digit
  Date birth;
  Sex sex = Sex::male;  ///< by the 17th digit: odd is male
};

/// Reads a number: blanks around it, full-width digits and a small x are taken for what they mean.
struct ReadIdentity {
  IdentityFault fault = IdentityFault::none;
  Identity identity;
};
ReadIdentity read_identity(std::string_view text);

/// The check digit of the first 17 digits: sum of digit x weight modulo 11, in 1 0 X 9 8 7 6 5 4 3 2.
char check_digit(std::string_view seventeen);

/// "9999**********0013": area and end; everything else starred.
std::string masked(std::string_view number);

}  // namespace disburse
