// The shipped parameters against figures gathered apart from the files: contributions, adjustment, mortality.
#include <gtest/gtest.h>

#include "support/layers.hpp"

namespace disburse {
namespace {

class ShippedLaw : public testing::Test {
 protected:
  static const ParameterTree& law() {
    static const Law shipped = city_law();
    return shipped.parameters;
  }
};

TEST_F(ShippedLaw, contribution_rates_change_in_may_2019) {
  EXPECT_EQ(law().rate("contribution.civil_service_employer", Month(2014, 10)), Rate(20, 100));
  EXPECT_EQ(law().rate("contribution.civil_service_employer", Month(2019, 4)), Rate(20, 100));
  EXPECT_EQ(law().rate("contribution.civil_service_employer", Month(2019, 5)), Rate(16, 100));
  EXPECT_THROW(law().rate("contribution.civil_service_employer", Month(2014, 9)), InputRejected);
  EXPECT_EQ(law().rate("contribution.civil_service_individual", Month(2024, 1)), Rate(8, 100));
  EXPECT_EQ(law().rate("contribution.annuity_employer", Month(2024, 1)), Rate(8, 100));
  EXPECT_EQ(law().rate("contribution.annuity_individual", Month(2024, 1)), Rate(4, 100));
  EXPECT_EQ(law().money("contribution.base_floor", Month(2024, 12)), Money::yuan(4853));
  EXPECT_EQ(law().money("contribution.base_floor", Month(2025, 1)), Money::yuan(4955));
  EXPECT_EQ(law().money("contribution.base_cap", Month(2026, 1)), Money::yuan(25113));
}

TEST_F(ShippedLaw, adjustment_of_2023_gives_the_published_average) {
  // 148 a month is published; at 3,895, 27 years, age 66, first area: 60 + 15 + 12 x 2 + 37.00 + 10 = 146.
  const Month year(2023, 1);
  const Money flat = law().money("adjustment.fixed_amount", year) + law().money("adjustment.years_flat", year);
  const std::int64_t further = 27 - law().integer("adjustment.years_flat_until", year);
  const Money level = Money::yuan(3895).times(law().rate("adjustment.level_rate", year), Rounding::half_up);
  const Money rise = flat + law().money("adjustment.per_further_year", year) * further + level +
                     law().money("adjustment.area_addition_first", year);
  EXPECT_EQ(rise, Money::fen(14'600));
}

TEST_F(ShippedLaw, adjustment_of_2024_is_known_from_july) {
  ParameterTree known = law();
  known.forget_after({2024, 6, 30});
  EXPECT_EQ(known.money("adjustment.fixed_amount", Month(2024, 1)), Money::yuan(60));
  EXPECT_LT(known.month_value("adjustment.announced", Month(2024, 1)), Month(2024, 1));
  EXPECT_EQ(law().money("adjustment.fixed_amount", Month(2024, 1)), Money::yuan(45));
  EXPECT_EQ(law().month_value("adjustment.announced", Month(2024, 1)), Month(2024, 7));
  EXPECT_EQ(law().rate("adjustment.level_rate", Month(2024, 1)), Rate(75, 10000));
  EXPECT_EQ(law().rate("adjustment.national_rate", Month(2016, 1)), Rate(65, 1000));
  EXPECT_EQ(law().rate("adjustment.national_rate", Month(2025, 1)), Rate(2, 100));
}

TEST_F(ShippedLaw, mortality_is_known_on_any_day) {
  ParameterTree known = law();
  known.forget_after({2023, 12, 31});
  EXPECT_EQ(known.choice("mortality.table", Month(2024, 1)), "wpp2024_china");
  EXPECT_EQ(known.rate("mortality.factor.civil_service", Month(2024, 1)), Rate(6, 10));
  EXPECT_EQ(known.rate("mortality.factor.enterprise", Month(2024, 1)), Rate(8, 10));
  EXPECT_EQ(known.rate("mortality.factor.resident", Month(2024, 1)), Rate(96, 100));
}

TEST_F(ShippedLaw, what_was_not_seen_is_assumed) {
  for (const char* path : {"adjustment.announced", "adjustment.level_minimum", "adjustment.age_addition",
                           "adjustment.area_addition_first"}) {
    EXPECT_EQ(law().at(path, Month(2024, 1)).status, Status::assumed) << path;
  }
  EXPECT_EQ(law().at("adjustment.area_addition_third", Month(2021, 1)).status, Status::assumed);
}

}  // namespace
}  // namespace disburse
