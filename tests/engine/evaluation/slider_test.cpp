// A flat rate's person-months answer as a full projection does, to the fen.
#include "engine/evaluation/slider.hpp"

#include <gtest/gtest.h>

#include "engine/evaluation/parameter_step.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

TEST(Slider, equals_the_full_run_to_the_fen_and_knows_a_rounding) {
  const auto& data = base_data();
  Evaluator evaluator(data, base_scenario());
  const ParameterStep fen = *ParameterStep::of(Unit::yuan_per_payment);
  for (const char* path : {"unity_award.ordinary_per_payment", "heating_allowance.standard",
                           "resident_pension.city_supplement", "resident_pension.funeral_grant"}) {
    const auto change = [&](std::int64_t value) { return fen.change(path, value); };
    const auto slider = Slider::of(evaluator, change, 100, 50'000, 900'000);
    ASSERT_TRUE(slider) << path;
    for (const std::int64_t value : {101, 33'333, 66'000, 467'201}) {
      const Evaluation full = evaluator.evaluate({change(value)});
      for (const BudgetLine& line : data->budget.lines)
        EXPECT_EQ(slider->line_total(line.code, 2024, value), full.line_total(line.code, 2024)) << path << " " << value;
    }
  }
  // Pensions are adjusted by a rate and rounded member by member: no straight line.
  const ParameterStep rate = *ParameterStep::of(Unit::rate);
  EXPECT_FALSE(Slider::of(
      evaluator, [&](std::int64_t value) { return rate.change("mortality.factor.resident", value); }, 500'000, 900'000,
      1'200'000));
}

}  // namespace
}  // namespace disburse
