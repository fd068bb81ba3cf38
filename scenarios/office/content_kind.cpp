#include "scenarios/office/content_kind.hpp"

#include <algorithm>

#include "scenarios/office/cleaned.hpp"
#include "scenarios/office/identity.hpp"
#include "scenarios/office/values.hpp"

namespace disburse {
namespace {

bool is_code_word(std::string_view text) {
  if (text == "1" || text == "2" || text == "0") return false;
  return sex_of(text) || scheme_of(text) || role_of(text) || category_of(text) || yes_or_no(text);
}

}  // namespace

Message content_kind(std::string_view cell) {
  const std::string text = cleaned(cell);
  if (text.empty()) return {};
  if (is_code_word(text)) return Message::verbatim(text);
  const auto digits =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  constexpr std::size_t full = 18;
  constexpr std::size_t seventeen = 17;
  if (text.size() == full && digits >= seventeen) {
    const IdentityFault fault = read_identity(text).fault;
    if (fault == IdentityFault::none || fault == IdentityFault::date) return "18 digits, check digit right"_m;
    return "18 digits, check digit wrong"_m;
  }
  constexpr std::size_t longest_date = 10;
  const auto month = text.size() <= longest_date + 9 ? month_of(text) : std::nullopt;
  if (month && *month >= Month(1850, 1) && *month <= Month(2100, 12)) return "a date"_m;
  if (digits == text.size()) return "{} digits"_m(digits);
  if (const auto amount = money_of(text)) {
    const std::size_t point = text.find('.');
    return "a number with {} decimals"_m(point == std::string::npos ? 0 : text.find_last_of("0123456789") - point);
  }
  if (duration_of(text)) return "a duration"_m;
  return digits > 0 ? "{} characters, {} of them digits"_m(characters_in(text), digits)
                    : "{} characters"_m(characters_in(text));
}

}  // namespace disburse
