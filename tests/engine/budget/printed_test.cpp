#include "engine/budget/printed.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(Printed, number_is_scaled_by_ten_thousand_and_keeps_its_unit) {
  const auto found = quantities_in("16.4万人（预估）");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0], (Quantity{Rate(164000, 1), "人"}));
}

TEST(Printed, longest_unit_wins) {
  const auto found = quantities_in("6078万元\n600元/人/次；\n2500元/人/月；");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], (Quantity{Rate(60780000, 1), "元"}));
  EXPECT_EQ(found[1], (Quantity{Rate(600, 1), "元/人/次"}));
  EXPECT_EQ(found[2], (Quantity{Rate(2500, 1), "元/人/月"}));
}

TEST(Printed, text_without_digits_has_no_number) { EXPECT_TRUE(quantities_in("规定时效内").empty()); }

TEST(Printed, lone_point_and_broken_number_are_no_number) {
  EXPECT_TRUE(quantities_in(".").empty());
  EXPECT_TRUE(quantities_in("1.2.3").empty());
}

TEST(Printed, number_beyond_all_counts_is_left_out) {
  EXPECT_EQ(quantities_in("1000000000000人").size(), 1u);
  EXPECT_TRUE(quantities_in("1000000000001人").empty());
  EXPECT_TRUE(quantities_in("99999999999999999999999999999999万人").empty());
}

TEST(Printed, periods_are_written_alike_whatever_the_dash) {
  EXPECT_EQ(periods_in("2018年1月-2019年12月在职人员"), std::vector<std::string>{"2018年1月至2019年12月"});
  EXPECT_EQ(periods_in("2016年1月至2017年12月职业年金"), std::vector<std::string>{"2016年1月至2017年12月"});
  EXPECT_TRUE(periods_in("2023至2024年退休人员").empty());
}

TEST(Printed, decimals_are_counted_as_printed) {
  EXPECT_EQ(decimals_of("7.10"), 2);
  EXPECT_EQ(decimals_of("7.1"), 1);
  EXPECT_EQ(decimals_of("100"), 0);
}

}  // namespace
}  // namespace disburse
