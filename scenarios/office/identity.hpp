#pragma once
// The citizen's identity number (公民身份号码, GB 11643-1999): form, check digit, birth and sex; never kept.
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/calendar.hpp"
#include "engine/members/roster.hpp"

namespace disburse {

enum class IdentityFault { none, length, character, check_digit, date };

/// What kind of document a number belongs to.
enum class DocumentKind {
  citizen,            ///< 居民身份证
  residence_permit,   ///< 港澳台居民居住证: area 81, 82 or 83, else like a citizen's
  foreigner,          ///< 外国人永久居留身份证 since 2023: begins with 9, else like a citizen's
  foreigner_letters,  ///< the older one: three letters and twelve digits
  travel_permit,      ///< 港澳居民来往内地通行证: H or M and eight or ten digits
  passport,           ///< a letter or two and seven or eight digits
  unknown
};

struct Identity {
  std::string number;  ///< 18 characters; 15 digits become 18 with 19 and a check digit; others as they are
  DocumentKind kind = DocumentKind::citizen;
  bool upgraded = false;    ///< from 15 digits
  bool tells_birth = true;  ///< and sex; documents with letters do not
  Date birth;
  Sex sex = Sex::male;  ///< by the 17th digit: odd is male
};

/// Reads a number: blanks, what cannot be seen, full-width digits and a small x are taken for what they mean.
struct ReadIdentity {
  IdentityFault fault = IdentityFault::none;
  Identity identity;
};
ReadIdentity read_identity(std::string_view text);

/// True where the last three of 18 digits are zeros, as spreadsheets leave of a number with more than 15 digits, or
/// where a number is written with a power of ten.
bool may_have_lost_digits(std::string_view text);

/// The check digit of the first 17 digits: sum of digit x weight modulo 11, in 1 0 X 9 8 7 6 5 4 3 2.
char check_digit(std::string_view seventeen);

}  // namespace disburse
