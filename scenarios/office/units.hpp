#pragma once
// What the numbers of a column stand for, where its heading, a title or the office's own file says it.
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/enumerators.hpp"

namespace disburse {

/// How a column is read. The order is that of the words in a mapping file (`unit`).
enum class ColumnUnit : std::uint8_t {
  yuan,
  hundred_yuan,
  thousand_yuan,
  wan_yuan,
  months,            ///< of a duration: 389
  years,             ///< 32.42 are years and hundredths
  years_dot_months,  ///< 32.05 and 32.5 are 32 years and 5 months
  dot_month,         ///< of a date: 1980.1 is January
  dot_two_digits,    ///< 1980.1 is October, stored without its last zero
};
template <>
inline constexpr bool is_coded<ColumnUnit> = true;

bool is_of_money(ColumnUnit unit);
bool is_of_duration(ColumnUnit unit);
bool is_of_date(ColumnUnit unit);
/// Yuan that one unit of money stands for: 1, 100, 1,000 or 10,000.
int yuan_in(ColumnUnit unit);
/// "万元": as a heading writes it.
const char* written(ColumnUnit unit);

/// The unit that stands in a heading's brackets or behind 单位: "月养老金（万元）", "工龄(年)"; 月数 are months.
std::optional<ColumnUnit> unit_in_heading(std::string_view heading);
/// The unit of amounts that a title names: "花名册（单位：万元）", "金额单位:元"; not 单位：某中心.
std::optional<ColumnUnit> unit_in_title(std::string_view title);

}  // namespace disburse
