// The yearly adjustment: the three parts as published, and the scaled rule of years without a regional one.
#include "models/adjustment.hpp"

#include <gtest/gtest.h>

#include "support/shipped_law.hpp"

namespace disburse {
namespace {

/// Of a pensioner with 27 years, 66 years old, in the first area class.
Rise reference_rise(const ParameterTree& parameters, int year, Money pension) {
  Member member;
  member.birth = Month(year - 66, 6);
  member.retired = Month(year - 6, 6);
  member.service_months = 27 * 12;
  return rise_of(adjustment_terms(parameters, year, "adjustment.area_addition_first"), member, pension);
}

TEST(Adjustment, of_2023_to_2025_has_the_published_parts) {
  // 2023: 60 + (15 + 2 x 12) + 0.95 % x 3,895 = 37.00 + 10 = 146.00; published mean 148
  EXPECT_EQ(reference_rise(shipped_law(), 2023, Money::yuan(3895)).total(), 146.00_yuan);
  // 2024: 45 + (10 + 2 x 12) + 0.75 % x 4,043 = 30.32 + 10 = 119.32
  EXPECT_EQ(reference_rise(shipped_law(), 2024, Money::yuan(4043)).total(), 119.32_yuan);
  // 2025: 30 + (15 + 0.4 x 12) + 0.52 % x 4,164 = 21.65 + 10 = 81.45; 2 % of 4,164 are 83.28
  EXPECT_EQ(reference_rise(shipped_law(), 2025, Money::yuan(4164)).total(), 81.45_yuan);
}

TEST(Adjustment, counts_a_part_of_a_year_in_2021_and_drops_it_from_2022) {
  Member member;
  member.birth = Month(1955, 1);
  member.retired = Month(2015, 1);
  member.service_months = 20 * 12 + 1;
  const auto years = [&](int year) {
    return rise_of(adjustment_terms(shipped_law(), year, ""), member, Money::yuan(4000)).years;
  };
  EXPECT_EQ(years(2021), Money::yuan(30 + 6));      // 21 years begun: 30 + 6 x 1
  EXPECT_EQ(years(2022), Money::yuan(15 + 2 * 5));  // 20 full years: 15 + 5 x 2
}

TEST(Adjustment, without_a_regional_rule_meets_the_national_rate_at_the_reference) {
  // 2018: 5 % x 3,096 = 154.80; 2020: 5 % x 3,413 = 170.65; a fen of rounding in each of two parts
  EXPECT_NEAR(static_cast<double>(reference_rise(shipped_law(), 2018, Money::yuan(3096)).total().fen()), 15480.0, 2.0);
  EXPECT_NEAR(static_cast<double>(reference_rise(shipped_law(), 2020, Money::yuan(3413)).total().fen()), 17065.0, 2.0);
  EXPECT_EQ(reference_rise(shipped_law(), 2020, Money::yuan(3413)).years, Money::yuan(42))
      << "the years part is not scaled";
}

TEST(Adjustment, refuses_a_rate_that_scaling_cannot_reach) {
  ParameterTree low = shipped_law();
  InputErrors errors;
  low.override_value({"adjustment.national_rate", "0.01", "test", "test", {}}, errors);
  ASSERT_TRUE(errors.empty());
  // 1 % x 3,413 = 34.13 is less than 42 + 10
  EXPECT_THROW(adjustment_terms(low, 2020, "adjustment.area_addition_first"), InputRejected);
}

}  // namespace
}  // namespace disburse
