// Tables of steps: what a key below, at and between the steps gets; what is no table.
#include "engine/base/step_table.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(StepTable, gives_the_highest_step_at_or_below) {
  const auto table = parse_step_table("65: 2, 70: 4.50, 80: 8");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->at_least(64), Money{}) << "below the first";
  EXPECT_EQ(table->at_least(65), 2.00_yuan);
  EXPECT_EQ(table->at_least(69), 2.00_yuan);
  EXPECT_EQ(table->at_least(70), 4.50_yuan);
  EXPECT_EQ(table->at_least(79), 4.50_yuan);
  EXPECT_EQ(table->at_least(120), 8.00_yuan);
  EXPECT_FALSE(table->contains(64));
  EXPECT_TRUE(table->contains(65));
  EXPECT_TRUE(table->contains(80));
  EXPECT_FALSE(table->contains(81)) << "beyond the last step the table says nothing";
  EXPECT_FALSE(StepTable{}.contains(0));
}

TEST(StepTable, is_written_as_it_is_read) {
  for (const char* text : {"65: 2, 70: 4.50, 80: 8", "0: 0.05", "-1: 3"}) {
    const auto table = parse_step_table(text);
    ASSERT_TRUE(table) << text;
    EXPECT_EQ(to_string(*table), text);
  }
  EXPECT_EQ(to_string(*parse_step_table("65:2,70:  4")), "65: 2, 70: 4");
  EXPECT_EQ(to_string(*parse_number_table("0: 0.5, 35: 0.9")), "0: 0.5, 35: 0.9");
}

TEST(StepTable, that_does_not_rise_or_is_malformed_is_none) {
  for (const char* text : {"", "65", "65: ", ": 2", "65: x", "65: 2,", "65: 2, 65: 3", "70: 2, 65: 3", "65: 2.001",
                           "6x: 2", "65: 2 70: 3", "65: 2,, 70: 3"}) {
    EXPECT_FALSE(parse_step_table(text)) << text;
  }
  EXPECT_FALSE(parse_number_table("60: 1/0"));
  EXPECT_TRUE(parse_number_table("60: 139, 61: 132"));
}

}  // namespace
}  // namespace disburse
