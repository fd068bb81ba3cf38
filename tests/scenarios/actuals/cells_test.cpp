// Cells of actuals: months without a year, and nothing shown of what is not understood.
#include "scenarios/actuals/cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ActualsCells, months_stand_without_their_year) {
  for (const char* cell : {"8月", "08月", "8月份", " 8 月 ", "2024-08", "2024年8月", "202408"})
    EXPECT_EQ(month_in(cell, 2024), Month(2024, 8)) << cell;
  EXPECT_EQ(month_in("12月", 2025), Month(2025, 12));
  EXPECT_EQ(month_in("2023年8月", 2024), Month(2023, 8)) << "a year that is written counts";
  for (const char* cell : {"0月", "13月", "月", "八月", "8", "108月", "-8月", ""})
    EXPECT_EQ(month_in(cell, 2024), std::nullopt) << cell;
}

TEST(ActualsCells, are_told_by_kind) {
  EXPECT_THAT(english(held("99999919500101001X")), Not(HasSubstr("9999")));
  EXPECT_EQ(english(held("测试甲")), "3 characters");
  EXPECT_EQ(english(held(" ")), "nothing");
}

TEST(ActualsCells, reasons_are_shown_without_numbers_of_persons) {
  EXPECT_EQ(without_long_numbers("退回 3 人 2024-05 重复发放"), "退回 3 人 2024-05 重复发放");
  EXPECT_EQ(without_long_numbers("退回999999195001010018，电话13900000000"), "退回…，电话…");
  EXPECT_EQ(without_long_numbers("99999919500101001X"), "…X");
}

}  // namespace
}  // namespace disburse
