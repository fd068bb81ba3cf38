#pragma once
// Numbers of persons that somebody's file held where something else belongs: they are not said again.
#include <string>

namespace disburse {

/// The text with a star for each character of what may be an identity number (15 or 18 characters), an account (16 to
/// 19 digits) or a mobile phone (11 digits from 13 on), full-width digits too. Other numbers, and those within words
/// and hexadecimal digests, stay.
std::string without_personal_numbers(const std::string& text);

}  // namespace disburse
