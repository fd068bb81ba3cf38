#include "engine/evaluation/movable_parameters.hpp"

#include <gtest/gtest.h>

#include "support/base_data.hpp"

namespace disburse {
namespace {

const MovableParameters& movable() {
  static const MovableParameters list = [] {
    Evaluator evaluator(base_data(), base_scenario());
    return movable_parameters(evaluator, base_data()->recipe.cohorts);
  }();
  return list;
}

const MovableParameter* find(const std::string& path) {
  for (const MovableParameter& one : movable().parameters) {
    if (one.path == path) return &one;
  }
  return nullptr;
}

TEST(MovableParameters, have_value_range_and_readers) {
  const MovableParameter* award = find("unity_award.ordinary_per_payment");
  ASSERT_NE(award, nullptr);
  EXPECT_EQ(award->value, "600.00");
  EXPECT_EQ(award->programmes, std::vector<std::string>{"unity_award"});
  ASSERT_TRUE(award->low && award->high && award->step);
  EXPECT_LT(*award->low, 600.0);
  EXPECT_GT(*award->high, 660.0);
  const double steps = (*award->high - *award->low) / *award->step;
  EXPECT_GE(steps, 50.0);
  EXPECT_LE(steps, 400.0);
}

TEST(MovableParameters, have_sliders_for_numbers_alone) {
  for (const MovableParameter& one : movable().parameters) {
    EXPECT_EQ(one.low.has_value(), one.step.has_value()) << one.path;
    if (one.low) {
      EXPECT_LT(*one.low, *one.high) << one.path;
    }
    EXPECT_FALSE(one.programmes.empty()) << one.path;
  }
  EXPECT_FALSE(find("unity_award.payment_months")->low);
}

TEST(MovableParameters, leave_out_what_no_payment_of_the_horizon_rests_on) {
  EXPECT_EQ(find("survivors.least_months"), nullptr);
  ASSERT_NE(find("cohort.new_civil_service_retirees"), nullptr);
  EXPECT_FALSE(find("cohort.new_civil_service_retirees")->unit);
}

}  // namespace
}  // namespace disburse
