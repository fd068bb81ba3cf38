#pragma once
// Text of a cell as a person sees it: without what cannot be seen, in plain digits and letters.
#include <string>
#include <string_view>

namespace disburse {

/// Full-width digits, letters and marks become plain ones (５ is 5, ： is :, but 、 。 （ ） stay in Chinese words);
/// blanks of all widths become one kind; what has no width (marks of direction, zero-width blanks, a byte order mark, a
/// soft hyphen) is dropped, and so are blanks around, the apostrophe and the ="..." by which spreadsheets keep digits.
std::string cleaned(std::string_view text);

/// Without any blank: "合  计" is 合计.
std::string without_blanks(std::string_view text);

/// Whether a cell says that there is nothing: "无", "-", "/", "NULL".
bool says_nothing(std::string_view cleaned_text);
/// The same of a date, which may also be one of zeros or of the end of time.
bool says_no_date(std::string_view cleaned_text);

/// Characters, not bytes.
std::size_t characters_in(std::string_view text);

}  // namespace disburse
