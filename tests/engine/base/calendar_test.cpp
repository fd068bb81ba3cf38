// Months, days, ages and horizons.
#include "engine/base/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace disburse {
namespace {

TEST(Month, reads_year_and_month_only) {
  EXPECT_EQ(Month::parse("2024-01"), Month(2024, 1));
  EXPECT_EQ(Month::parse("1800-12"), Month(1800, 12));
  EXPECT_EQ(Month::parse("2200-12"), Month(2200, 12));
  for (const char* bad : {"", "2024", "2024-1", "2024-00", "2024-13", "2024/01", "24-01-01", "2024-1 ", "1799-12",
                          "2201-01", "-024-01", "2024--1", "+024-01", "2024-+1", "abcd-ef"}) {
    EXPECT_EQ(Month::parse(bad), std::nullopt) << bad;
  }
}

RC_GTEST_PROP(Month, text_reads_back, ()) {
  const Month month = Month::from_index(*rc::gen::inRange(1800 * 12, 2201 * 12));
  RC_ASSERT(Month::parse(to_string(month)) == month);
}

RC_GTEST_PROP(Month, months_added_are_the_months_between, ()) {
  const Month month = Month::from_index(*rc::gen::inRange(1800 * 12, 2201 * 12));
  const int months = *rc::gen::inRange(-2400, 2400);
  RC_ASSERT((month + months) - month == months);
  RC_ASSERT((month + months) - months == month);
}

TEST(Month, year_turns_after_december) {
  EXPECT_EQ(Month(2023, 12) + 1, Month(2024, 1));
  EXPECT_EQ(Month(2024, 1) - 1, Month(2023, 12));
  EXPECT_EQ(Month(2024, 1) - Month(2021, 11), 26);  // Nov, Dec 2021 + 24
}

TEST(Month, none_is_later_than_every_month) {
  EXPECT_TRUE(Month().is_none());
  EXPECT_GT(Month::none(), Month(2200, 12));
  EXPECT_EQ(to_string(Month::none()), "-");
}

TEST(Age, changes_in_the_month_of_birth) {
  const Month birth(1964, 4);
  EXPECT_EQ(age_in(birth, Month(2024, 3)), 59);
  EXPECT_EQ(age_in(birth, Month(2024, 4)), 60);
  EXPECT_EQ(age_in(birth, Month(2025, 3)), 60);
  EXPECT_EQ(age_in(birth, birth), 0);
}

TEST(Date, must_exist) {
  EXPECT_EQ(Date::parse("2024-02-29"), (Date{2024, 2, 29}));
  EXPECT_EQ(Date::parse("2000-02-29"), (Date{2000, 2, 29}));
  for (const char* bad : {"2023-02-29", "1900-02-29", "2024-04-31", "2024-01-00", "2024-1-01", "2024-01-1", "2024-01",
                          "2024-01-01 ", "2024-01--1", ""}) {
    EXPECT_EQ(Date::parse(bad), std::nullopt) << bad;
  }
  EXPECT_LT((Date{2024, 6, 30}), (Date{2024, 7, 1}));
  EXPECT_EQ(to_string(Date{2024, 7, 1}), "2024-07-01");
}

TEST(Horizon, runs_from_the_first_to_the_last_month) {
  const auto horizon = Horizon::parse("2024-01..2026-12");
  ASSERT_TRUE(horizon.has_value());
  EXPECT_EQ(horizon->count, 36);
  EXPECT_EQ(horizon->end(), Month(2027, 1));
  EXPECT_TRUE(horizon->contains(Month(2026, 12)));
  EXPECT_FALSE(horizon->contains(Month(2027, 1)));
  EXPECT_FALSE(horizon->contains(Month(2023, 12)));
  EXPECT_EQ(to_string(*horizon), "2024-01..2026-12");
  for (const char* bad : {"2024-01", "2024-02..2024-01", "2024-01-2024-12", "2024-01...024-12", ""}) {
    EXPECT_EQ(Horizon::parse(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace disburse
