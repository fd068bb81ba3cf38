#pragma once
// Values as offices write them: dates, amounts, durations and codes in all usual spellings.
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/calendar.hpp"
#include "engine/base/money.hpp"
#include "engine/members/roster.hpp"
#include "scenarios/office/units.hpp"

namespace disburse {

/// Without blanks (full-width ones too) and the apostrophe that keeps a spreadsheet from counting.
std::string_view trimmed(std::string_view text);

/// "1950-01-02", "1950/1/2", "1950.1", "1950年1月", "19500102", "195001", each with a time of day or without: the
/// month. Empty when it is none, or when the day does not exist.
std::optional<Month> month_of(std::string_view text);
/// "1234.5", "1,234.50", "¥1,234.50", "1234.5元", "0.12345万元"; exact fen, of a column in `unit`. Empty when it is no
/// amount, has a fraction of a fen, or commas that part no thousands.
std::optional<Money> money_of(std::string_view text, ColumnUnit unit = ColumnUnit::yuan);
/// "389", "389个月", "32年5个月", "32年", "32.42" (years with two decimals, nearest month): months.
std::optional<std::int32_t> duration_of(std::string_view text);
/// The same of a column whose unit is known: 32 are 384 months where it counts years.
std::optional<std::int32_t> duration_of(std::string_view text, ColumnUnit unit);

std::optional<Sex> sex_of(std::string_view text);
std::optional<Scheme> scheme_of(std::string_view text);
std::optional<Role> role_of(std::string_view text);
std::optional<Category> category_of(std::string_view text);
/// The word that offices usually write; the functions above read it back.
const char* office_word(Sex sex);
const char* office_word(Scheme scheme);
const char* office_word(Role role);
const char* office_word(Category category);
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace disburse
