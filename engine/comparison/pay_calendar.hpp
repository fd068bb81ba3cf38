#pragma once
// Pay days (发放日): which day of a month a programme pays on, weekends and public holidays considered.
#include <set>
#include <string>
#include <vector>

#include "engine/base/calendar.hpp"

namespace disburse {

struct PayDay {
  std::string programme;  ///< id
  int day = 1;            ///< of the month
  std::string status, reference;
};

/// Public holidays and working weekends as announced, and the pay days of programmes.
struct PayCalendar {
  std::vector<PayDay> pay_days;
  std::set<Date> holidays;  ///< days off, weekends among them or not
  std::set<Date> workdays;  ///< weekend days that are worked
  std::set<int> years;      ///< for which holidays were announced; for others weekends alone are known
  std::string rule;         ///< what happens when a pay day is no working day, for people
};

bool is_working_day(const PayCalendar& calendar, Date day);
/// The pay day of a programme in a month: the day itself, or the last working day before it (which may lie in the month
/// before). Programmes without a pay day are paid on the last working day of the month.
Date pay_date(const PayCalendar& calendar, const std::string& programme, Month month);

}  // namespace disburse
