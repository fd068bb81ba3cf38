#pragma once
// Number formats of spreadsheets (ECMA-376, 18.8.30 and 18.8.31): what a cell shows for the number that it stores.
#include <optional>
#include <string>
#include <string_view>

namespace disburse {

/// Whether a format shows a date: a letter of day, month or year outside quotation marks and brackets.
bool shows_date(std::string_view format);
/// Numbers that Excel itself gives to date formats, the Chinese ones (27 to 36, 50 to 58) among them.
bool is_builtin_date(int id);
/// The format with one of Excel's own numbers that shows decimals; empty for the others.
std::string_view builtin_format(int id);

/// Decimals of a format that shows a plain number ("0", "0.00", "#,##0.00"); empty for dates, per cents, fractions,
/// scientific and general formats.
std::optional<int> decimals_shown_by(std::string_view format);

/// The shortest decimal with at most 15 significant digits, which is all that Excel and WPS show: 4321.45 of
/// 4321.4500000000007.
std::string plain_number(double value);
/// The number with so many decimals, halves away from zero as a spreadsheet rounds what it shows.
std::string number_with(double value, int decimals);

}  // namespace disburse
