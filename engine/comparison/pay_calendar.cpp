#include "engine/comparison/pay_calendar.hpp"

#include <algorithm>
#include <chrono>

namespace disburse {
namespace {

std::chrono::sys_days day_of(Date date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

Date date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day parts(day);
  return {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
          static_cast<int>(static_cast<unsigned>(parts.day()))};
}

}  // namespace

bool is_working_day(const PayCalendar& calendar, Date date) {
  if (calendar.workdays.contains(date)) return true;
  if (calendar.holidays.contains(date)) return false;
  const std::chrono::weekday weekday(day_of(date));
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

Date pay_date(const PayCalendar& calendar, const std::string& programme, Month month) {
  const auto own = std::find_if(calendar.pay_days.begin(), calendar.pay_days.end(),
                                [&](const PayDay& one) { return one.programme == programme; });
  const std::chrono::year_month_day_last last(
      std::chrono::year(month.year()),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month.month()))));
  std::chrono::sys_days day(last);
  if (own != calendar.pay_days.end()) day = std::min(day, day_of({month.year(), month.month(), own->day}));
  while (!is_working_day(calendar, date_of(day))) day -= std::chrono::days(1);
  return date_of(day);
}

}  // namespace disburse
