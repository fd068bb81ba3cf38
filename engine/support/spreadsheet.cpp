#include "engine/support/spreadsheet.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "engine/parsing/number_format.hpp"

namespace disburse {

std::string SheetCell::shown() const {
  return kind == CellKind::number && decimals >= 0 ? number_with(number, decimals) : text;
}

const SheetCell* Sheet::at(std::size_t row, std::size_t column) const {
  const auto found = std::lower_bound(cells.begin(), cells.end(), std::pair(row, column),
                                      [](const SheetCell& cell, const std::pair<std::size_t, std::size_t>& place) {
                                        return std::pair(cell.row, cell.column) < place;
                                      });
  return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

std::string cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

std::optional<CellAddress> parse_cell_name(std::string_view name) {
  constexpr std::size_t most_columns = 16'384;
  constexpr std::size_t most_rows = 1'048'576;
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
    column = column * 26 + static_cast<std::size_t>(name[at] - 'A') + 1;
    if (column > most_columns) return std::nullopt;
  }
  std::size_t row = 0;
  const std::size_t digits = at;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at) {
    row = row * 10 + static_cast<std::size_t>(name[at] - '0');
    if (row > most_rows) return std::nullopt;
  }
  if (digits == 0 || at == digits || at != name.size() || row == 0) return std::nullopt;
  return CellAddress{row - 1, column - 1};
}

std::optional<Date> date_of_serial(double serial, bool system_1904) {
  constexpr double last_serial = 2'958'465;  // 9999-12-31
  constexpr int leap_day_that_never_was = 60;
  if (!(serial >= (system_1904 ? 0.0 : 1.0)) || serial > last_serial) return std::nullopt;
  const int day = static_cast<int>(std::floor(serial));
  if (!system_1904 && day == leap_day_that_never_was) return std::nullopt;
  using namespace std::chrono;
  const sys_days first = system_1904                     ? sys_days(year(1904) / 1 / 1)
                         : day > leap_day_that_never_was ? sys_days(year(1899) / 12 / 30)
                                                         : sys_days(year(1899) / 12 / 31);
  const year_month_day date(first + days(day));
  return Date{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
              static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace disburse
