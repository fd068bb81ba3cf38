// Where values are plausible, worked out by hand, and which changes are doubted.
#include "engine/law/plausibility.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

Parameter money_parameter() {
  Parameter one;
  one.path = "a.award";
  one.name = "每次标准";
  one.name_en = "rate per payment";
  one.unit = Unit::yuan_per_payment;
  one.minimum = Money::yuan(0);
  one.maximum = Money::yuan(100'000);
  for (const auto& [from, yuan] : {std::pair{Month(2023, 1), 500}, {Month(2024, 1), 600}})
    one.values.push_back({from, std::nullopt, {2020, 1, 1}, Money::yuan(yuan), Status::enacted, "a document", {}});
  return one;
}

Bounds bounds() {
  Bounds all;
  all.units[Unit::yuan_per_payment] = {Money::yuan(0), Money::yuan(100'000), Rate(2, 1), 0};
  all.units[Unit::month] = {Month(1950, 1), Month(2100, 12), Rate(1, 1), 36};
  all.units[Unit::months_of_year] = {std::nullopt, std::nullopt, Rate(2, 1), 0};
  return all;
}

std::vector<Finding> doubts(const std::string& value, const Bounds& known = bounds()) {
  ParameterTree published;
  published.add(money_parameter());
  ParameterTree under = published;
  InputErrors errors;
  under.override_value({"a.award", value, "", "--set", {}}, errors);
  EXPECT_TRUE(errors.empty());
  return doubts_about(known, published, under);
}

TEST(PlausibleBand, from_half_the_least_to_twice_the_greatest) {
  const auto band = plausible_band(bounds(), money_parameter());
  ASSERT_TRUE(band);
  EXPECT_EQ(band->low, 250.0);
  EXPECT_EQ(band->high, 1200.0);
}

TEST(PlausibleBand, takes_the_range_in) {
  Parameter one = money_parameter();
  one.uncertainty = Uncertainty{Money::yuan(100), Money::yuan(900), "triangular", ""};
  EXPECT_EQ(plausible_band(bounds(), one)->low, 50.0);
  EXPECT_EQ(plausible_band(bounds(), one)->high, 1800.0);
}

TEST(PlausibleBand, stays_within_the_bounds) {
  Parameter one = money_parameter();
  one.maximum = Money::yuan(1000);
  EXPECT_EQ(plausible_band(bounds(), one)->high, 1000.0);
}

TEST(PlausibleBand, of_months_lies_about_them_and_sets_of_months_are_counted) {
  Parameter one;
  one.unit = Unit::month;
  one.values.push_back({Month(2024, 1), std::nullopt, {2020, 1, 1}, Month(2024, 7), Status::enacted, "", {}});
  const auto band = plausible_band(bounds(), one);
  EXPECT_EQ(band->shown_low, Value(Month(2021, 7)));
  EXPECT_EQ(band->shown_high, Value(Month(2027, 7)));
  one.unit = Unit::months_of_year;
  one.values.front().value = *MonthSet::parse("4,10");
  EXPECT_EQ(plausible_band(bounds(), one)->low, 1.0) << "none at all is doubted";
  EXPECT_EQ(plausible_band(bounds(), one)->high, 4.0);
}

TEST(Doubts, a_change_outside_is_told_once_and_one_inside_is_not) {
  for (const char* fine : {"250", "660", "1200"}) EXPECT_TRUE(doubts(fine).empty()) << fine;
  for (const char* odd : {"249.99", "1200.01", "0"}) {
    const std::vector<Finding> found = doubts(odd);
    ASSERT_EQ(found.size(), 1U) << odd;
    EXPECT_EQ(found[0].code, "implausible_value");
    EXPECT_THAT(english(found[0].message), HasSubstr("250.00 to 1200.00"));
    EXPECT_EQ(english(found[0].where), "rate per payment");
  }
}

TEST(Doubts, what_the_bounds_say_of_the_parameter_itself_wins) {
  Bounds known = bounds();
  known.plausible.emplace("a.award", ValueBand{Money::yuan(0), Money::yuan(5000)});
  EXPECT_TRUE(doubts("5000", known).empty());
  EXPECT_EQ(doubts("5001", known).size(), 1U);
}

TEST(Doubts, the_law_itself_is_not_doubted) {
  ParameterTree published;
  published.add(money_parameter());
  EXPECT_TRUE(doubts_about(bounds(), published, published).empty());
}

}  // namespace
}  // namespace disburse
