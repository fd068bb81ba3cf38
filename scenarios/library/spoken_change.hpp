#pragma once
// Changes as planners write them (口语写法): one reader for --set, scenario files and the workbook of parameters.
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/law/parameters.hpp"

namespace disburse {

/// Full-width digits, letters and signs as the plain ones, other spellings of minus and times too; without blanks at
/// the ends.
std::string plain_text(std::string_view text);

/// "2024年9月", "2024-09", "2024/9", "202409" in any width; empty when it is no month of a year.
std::optional<Month> spoken_month(std::string_view text);

/// "2024-06-30", "2024年6月30日", "2024/6/30" in any width; empty when it is no day.
std::optional<Date> spoken_date(std::string_view text);

/// An amount with its unit as planners write it: "40万元", "４０万元", "4亿", "1,000元", "9603wan"; empty where the
/// unit is lacking or the text is none.
std::optional<Money> spoken_money(std::string_view text);

/// A number as planners write it, in the program's own writing: "１，０００" and "1千" as "1000", "5.5万" as "55000".
/// Another text comes back in plain text.
std::string spoken_number(std::string_view text);

/// The months to which something speaks: "2024-01..2024-12", "2025-01.." without an end, "2025年", "2024年1月至6月".
/// False when it is none of these.
bool read_window_text(std::string_view text, Month& first, std::optional<Month>& last);
/// Months that end before they begin, with their ends turned: "2024-06..2024-01" is "2024-01..2024-06". Empty for
/// everything else.
std::optional<std::string> turned_months(std::string_view text);

/// A value in the program's own writing: "+10%", "提高10%" and "上调 10%" as "+10%"; "1.1倍" as "x1.1"; "1,000元" as
/// "1000元"; "5.5万" and "5.5万人" as "55000"; "2024年9月" as "2024-09"; "9月" and "九月" as "9", "4月、10月" as
/// "4,10"; "60周岁" as "60"; "+60元" and "提高60元" as "+=60元". What is none of these comes back in plain text.
std::string spoken_value(std::string_view text);

/// Puts path, value and months of `change` into the program's own writing. The value may say its months: "660 只在 2025
/// 年", "+10% 从 2025-07 起", "x1.1 from 2025-01 to 2025-06". Months said twice, and an end without a beginning, go to
/// `errors`.
void understand(Override& change, InputErrors& errors);

/// Months as they stand behind "@": "2025-01", "2025-01..2025-06", "2025年", "只在2025年", "从2025年7月起",
/// "2025年1月至6月". A year or a month with 只在 is a window, a month alone a beginning. False when it is none of
/// these.
bool read_period(std::string_view text, std::optional<Month>& from, std::optional<Month>& until);

}  // namespace disburse
