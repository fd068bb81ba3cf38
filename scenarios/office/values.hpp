#pragma once
// Values as offices write them: dates, amounts, durations and codes in all usual spellings.
#include <optional>
#include <string>
#include <string_view>

#include "engine/calendar.hpp"
#include "engine/money.hpp"
#include "engine/roster.hpp"

namespace disburse {

/// Without blanks (full-width ones too) and the apostrophe that keeps a spreadsheet from counting.
std::string_view trimmed(std::string_view text);

/// "1950-01-02", "1950/1/2", "1950.1", "1950年1月", "19500102", "195001": the month. Empty when it is none.
std::optional<Month> month_of(std::string_view text);
/// "1234.5", "1,234.50", "¥1,234.50", "1234.5元", full-width digits not; exact fen. Empty when it is none.
std::optional<Money> money_of(std::string_view text);
/// "389", "389个月", "32年5个月", "32年", "32.42" (years with two decimals, nearest month): months.
std::optional<std::int32_t> duration_of(std::string_view text);

std::optional<Sex> sex_of(std::string_view text);
std::optional<Scheme> scheme_of(std::string_view text);
std::optional<Role> role_of(std::string_view text);
std::optional<Category> category_of(std::string_view text);
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace disburse
