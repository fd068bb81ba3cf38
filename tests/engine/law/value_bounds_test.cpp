// Bounds of values: what is taken, what is refused, and what the refusal says.
#include "engine/law/value_bounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace disburse {
namespace {

using testing::HasSubstr;

Parameter of_unit(Unit unit, const char* minimum, const char* maximum) {
  Parameter one;
  one.path = "a.b";
  one.unit = unit;
  one.minimum = parse_value(amount_unit(unit), minimum);
  one.maximum = parse_value(amount_unit(unit), maximum);
  return one;
}

/// "" where the value is taken, else the refusal.
std::string refusal(const Parameter& parameter, const std::string& text) {
  InputErrors errors;
  const auto value = parse_value(parameter.unit, text);
  if (!value) return "no value";
  check_value(parameter, *value, {"--set", 0, 0}, errors);
  return errors.empty() ? "" : to_string(*errors.begin());
}

TEST(CheckValue, bounds_belong_to_the_range) {
  const Parameter award = of_unit(Unit::yuan_per_payment, "0", "100000");
  for (const char* taken : {"0", "600", "100000"}) EXPECT_EQ(refusal(award, taken), "") << taken;
  for (const char* refused : {"-0.01", "100000.01"}) EXPECT_NE(refusal(award, refused), "") << refused;
}

TEST(CheckValue, a_table_is_held_step_by_step) {
  const Parameter divisors = of_unit(Unit::number_by_step, "1", "600");
  EXPECT_EQ(refusal(divisors, "40: 233, 70: 56"), "");
  EXPECT_NE(refusal(divisors, "40: 233, 70: 0"), "");
  EXPECT_NE(refusal(of_unit(Unit::yuan_by_step, "0", "100"), "65: 2, 70: -4"), "");
}

TEST(CheckValue, says_the_bounds_the_unit_and_what_was_likely_meant) {
  const std::string wan = refusal(of_unit(Unit::yuan_per_payment, "0", "100000"), "660万元");
  EXPECT_THAT(wan, HasSubstr("0.00 to 100000.00"));
  EXPECT_THAT(wan, HasSubstr("yuan_per_payment"));
  EXPECT_THAT(wan, HasSubstr("660.00"));
  EXPECT_THAT(refusal(of_unit(Unit::rate, "0", "1"), "3"), HasSubstr("3 % is written 0.03"));
}

TEST(Bounded, fills_in_what_a_parameter_does_not_say_and_keeps_what_it_says) {
  Parameter own = of_unit(Unit::rate, "0", "0.3");
  own.values.push_back({Month(2024, 1), std::nullopt, {2020, 1, 1}, Rate(1, 5), Status::enacted, "", {}});
  Parameter bare = own;
  bare.path = "a.c";
  bare.minimum = bare.maximum = std::nullopt;
  ParameterTree law;
  law.add(own);
  law.add(bare);
  Bounds bounds;
  bounds.units[Unit::rate] = {Rate(), Rate(1, 1), Rate(2, 1), 0};
  InputErrors errors;
  const ParameterTree tree = bounded(law, bounds, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(tree.find("a.b")->maximum, Value(Rate(3, 10)));
  EXPECT_EQ(tree.find("a.c")->maximum, Value(Rate(1, 1)));
  EXPECT_EQ(tree.find("a.c")->minimum, Value(Rate()));
}

TEST(Bounded, a_published_value_outside_is_an_error) {
  Parameter bare;
  bare.path = "a.c";
  bare.unit = Unit::rate;
  bare.values.push_back({Month(2024, 1), std::nullopt, {2020, 1, 1}, Rate(3, 1), Status::enacted, "", {}});
  ParameterTree law;
  law.add(bare);
  Bounds bounds;
  bounds.units[Unit::rate] = {Rate(), Rate(1, 1), Rate(2, 1), 0};
  InputErrors errors;
  bounded(law, bounds, errors);
  EXPECT_EQ(errors.size(), 1U);
}

}  // namespace
}  // namespace disburse
