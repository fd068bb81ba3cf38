// Laws of months, days, ages and horizons, whatever the dates.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/calendar.hpp"

namespace disburse {
namespace {

Month any_month() { return Month::from_index(*rc::gen::inRange(1900 * 12, 2150 * 12)); }

/// Days of a month, from the rule of the calendar of 1582.
int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

RC_GTEST_PROP(CalendarLaws, a_month_is_its_year_and_its_number, ()) {
  const Month month = any_month();
  RC_ASSERT(Month(month.year(), month.month()) == month);
  RC_ASSERT(month.month() >= 1 && month.month() <= 12);
}

RC_GTEST_PROP(CalendarLaws, twelve_months_are_a_year, ()) {
  const Month month = any_month();
  const int years = *rc::gen::inRange(-50, 50);
  RC_ASSERT((month + 12 * years).month() == month.month());
  RC_ASSERT((month + 12 * years).year() == month.year() + years);
}

RC_GTEST_PROP(CalendarLaws, months_stand_in_the_order_of_their_texts, ()) {
  const Month one = any_month();
  const Month other = any_month();
  RC_ASSERT((one < other) == (to_string(one) < to_string(other)));
}

RC_GTEST_PROP(CalendarLaws, stepping_and_adding_are_the_same, ()) {
  Month stepped = any_month();
  const Month first = stepped;
  const int months = *rc::gen::inRange(0, 40);
  for (int i = 0; i < months; ++i) ++stepped;
  RC_ASSERT(stepped == first + months);
}

RC_GTEST_PROP(CalendarLaws, an_age_rises_by_one_in_the_month_of_birth_alone, ()) {
  const Month birth = any_month();
  const Month month = birth + *rc::gen::inRange(1, 1'400);
  const int rise = age_in(birth, month) - age_in(birth, month - 1);
  RC_ASSERT(rise == (month.month() == birth.month() ? 1 : 0));
}

RC_GTEST_PROP(CalendarLaws, an_age_is_the_years_between, ()) {
  const Month birth = any_month();
  const int years = *rc::gen::inRange(0, 120);
  const int months = *rc::gen::inRange(0, 12);
  RC_ASSERT(age_in(birth, birth + 12 * years + months) == years);
}

RC_GTEST_PROP(CalendarLaws, a_horizon_holds_as_many_months_as_it_says, ()) {
  const Horizon horizon{any_month(), *rc::gen::inRange(1, 120)};
  int held = 0;
  for (Month month = horizon.first - 3; month < horizon.end() + 3; ++month) held += horizon.contains(month) ? 1 : 0;
  RC_ASSERT(held == horizon.count);
  RC_ASSERT(horizon.contains(horizon.first));
  RC_ASSERT(horizon.contains(horizon.month(horizon.count - 1)));
  RC_ASSERT(!horizon.contains(horizon.end()));
}

RC_GTEST_PROP(CalendarLaws, a_horizons_text_reads_back, ()) {
  const Horizon horizon{any_month(), *rc::gen::inRange(1, 120)};
  RC_ASSERT(Horizon::parse(to_string(horizon)) == horizon);
}

RC_GTEST_PROP(CalendarLaws, a_horizon_that_ends_before_it_begins_is_none, ()) {
  const Month first = any_month();
  const Month last = first - *rc::gen::inRange(1, 60);
  RC_ASSERT(!Horizon::parse(to_string(first) + ".." + to_string(last)));
}

RC_GTEST_PROP(CalendarLaws, a_day_is_one_where_the_month_has_it, ()) {
  const Date day{*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 32)};
  const bool exists = day.day <= days_of(day.year, day.month);
  const auto read = Date::parse(to_string(day));
  RC_ASSERT(read.has_value() == exists);
  if (exists) RC_ASSERT(*read == day);
}

RC_GTEST_PROP(CalendarLaws, days_stand_in_the_order_of_their_texts, ()) {
  const auto any_day = [] {
    return Date{*rc::gen::inRange(1900, 2100), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
  };
  const Date one = any_day();
  const Date other = any_day();
  RC_ASSERT((one < other) == (to_string(one) < to_string(other)));
}

}  // namespace
}  // namespace disburse
