// Pay days around weekends and holidays, and what an amount at hand lasts for.
#include "engine/comparison/pay_calendar.hpp"

#include <gtest/gtest.h>

#include "engine/comparison/cash.hpp"
#include "scenarios/calendars/pay_calendar_reader.hpp"
#include "support/city.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

PayCalendar zhongwei() { return read_pay_calendar(city_dir() / "calendar.toml", base_session().law.programmes); }

TEST(PayCalendar, pays_before_weekends_and_holidays) {
  const PayCalendar calendar = zhongwei();
  const auto civil_service = [&](int month) { return pay_date(calendar, "civil_service_pension", Month(2024, month)); };
  EXPECT_EQ(civil_service(1), (Date{2024, 1, 5})) << "the document: before the 5th of each month; a Friday";
  EXPECT_EQ(civil_service(5), (Date{2024, 4, 30})) << "1 to 5 May are holidays";
  EXPECT_EQ(civil_service(10), (Date{2024, 9, 30})) << "the holiday week";
  const auto day = [&](int month) { return pay_date(calendar, "resident_pension", Month(2024, month)); };
  EXPECT_EQ(day(1), (Date{2024, 1, 15})) << "a Monday";
  EXPECT_EQ(day(2), (Date{2024, 2, 9})) << "the 15th lies in the Spring Festival (10 to 17): Friday before";
  EXPECT_EQ(day(6), (Date{2024, 6, 14})) << "the 15th is a Saturday";
  EXPECT_EQ(day(9), (Date{2024, 9, 14})) << "the 15th is Mid-Autumn; Saturday the 14th is worked";
  // October begins with the holiday week: the award of the 5th is paid on 30 September.
  EXPECT_EQ(pay_date(calendar, "unity_award", Month(2024, 10)), (Date{2024, 9, 30}));
  EXPECT_EQ(pay_date(calendar, "basic_expenditure", Month(2024, 8)), (Date{2024, 8, 30})) << "last working day";
  EXPECT_EQ(pay_date(calendar, "unity_award", Month(2026, 4)), (Date{2026, 4, 3})) << "only weekends are known: Friday";
}

TEST(Cash, a_balance_covers_whole_pay_days_in_order) {
  CashPlan plan;
  plan.needs = {{{2024, 1, 5}, Month(2024, 1), "a", "", payer("city"), 100.00_yuan},
                {{2024, 1, 15}, Month(2024, 1), "b", "", payer("city"), 60.00_yuan},
                {{2024, 1, 15}, Month(2024, 1), "b", "", payer("fund"), 50.00_yuan}};
  cover(plan, 159.99_yuan);
  EXPECT_EQ(plan.covered_to, (Date{2024, 1, 5}));
  cover(plan, 160.00_yuan);  // the fund pays its own 50
  EXPECT_EQ(plan.covered_to, (Date{2024, 1, 15}));
  cover(plan, 99.99_yuan);
  EXPECT_FALSE(plan.covered_to);
  EXPECT_EQ(plan.peak().first, (Date{2024, 1, 15}));
  EXPECT_EQ(plan.peak().second, 110.00_yuan);
}

}  // namespace
}  // namespace disburse
