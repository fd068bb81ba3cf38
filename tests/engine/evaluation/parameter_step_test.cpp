// A parameter in its smallest steps, there and back.
#include "engine/evaluation/parameter_step.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

TEST(ParameterStep, is_a_fen_a_millionth_or_one) {
  EXPECT_EQ(ParameterStep::of(Unit::yuan_per_payment)->count(Value(600.01_yuan)), 60'001);
  EXPECT_EQ(ParameterStep::of(Unit::rate)->count(Value(Rate(1, 8))), 125'000);
  EXPECT_EQ(ParameterStep::of(Unit::rate)->count(Value(Rate(2, 3))), 666'667) << "to the nearest";
  EXPECT_EQ(ParameterStep::of(Unit::count)->count(Value(std::int64_t{5429})), 5429);
  EXPECT_EQ(ParameterStep::of(Unit::yuan_per_unit)->count(Value(Rate(5, 2))), 2'500'000);
}

TEST(ParameterStep, is_none_of_what_is_no_number) {
  for (const Unit unit : {Unit::choice, Unit::month, Unit::months_of_year, Unit::yuan_by_step, Unit::number_by_step})
    EXPECT_FALSE(ParameterStep::of(unit)) << to_string(unit);
}

TEST(ParameterStep, comes_back_as_the_value_that_it_counted) {
  const std::vector<std::pair<Unit, std::string>> values{{Unit::yuan, "0.01"},
                                                         {Unit::yuan_per_month, "123.45"},
                                                         {Unit::rate, "0.054321"},
                                                         {Unit::months, "13"},
                                                         {Unit::years, "60"}};
  for (const auto& [unit, text] : values) {
    const ParameterStep step = *ParameterStep::of(unit);
    const Value value = *parse_value(unit, text);
    const auto again = parse_value(unit, step.text(step.count(value)));
    ASSERT_TRUE(again) << text;
    EXPECT_TRUE(*again == value) << text << " became " << step.text(step.count(value));
    EXPECT_EQ(step.count_of(step.number(step.count(value))), step.count(value)) << text;
  }
}

TEST(ParameterStep, changes_its_parameter_by_a_search) {
  const Override change = ParameterStep::of(Unit::count)->change("counts.resident_payers", 7);
  EXPECT_EQ(change.path, "counts.resident_payers");
  EXPECT_EQ(change.value, "7");
  EXPECT_EQ(change.origin, "--vary");
}

}  // namespace
}  // namespace disburse
