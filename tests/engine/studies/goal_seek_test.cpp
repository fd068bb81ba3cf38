// Goal seek, asked from code.
#include "engine/studies/goal_seek.hpp"

#include <gtest/gtest.h>

#include "engine/evaluation/evaluator.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

GoalRequest award_request() {
  GoalRequest request;
  request.vary = {"unity_award.ordinary_per_payment"};
  request.line = "2089999";
  return request;
}

Money line_at(const std::string& value) {
  Evaluator evaluator(base_data(), base_scenario());
  return evaluator.evaluate({{"unity_award.ordinary_per_payment", value, "test", "test", {}}})
      .line_total("2089999", base_data()->budget.fiscal_year);
}

TEST(GoalSeek, finds_the_value_that_a_line_was_made_with) {
  GoalRequest request = award_request();
  request.target = line_at("700");
  const GoalResult result = seek(base_data(), base_scenario(), request);
  ASSERT_EQ(result.points.size(), 1U);
  ASSERT_TRUE(result.points[0].solution.found);
  EXPECT_EQ(line_at(result.points[0].value), *request.target);
  EXPECT_EQ(std::get<Money>(*parse_value(Unit::yuan_per_payment, result.points[0].value)), Money::yuan(700));
}

TEST(GoalSeek, seeks_by_how_much_a_cohort_moves) {
  GoalRequest request;
  request.vary = {"cohort.new_civil_service_retirees"};
  request.between = {{"-20%", "+20%"}};
  request.line = "2080507";
  Evaluator evaluator(base_data(), base_scenario());
  const auto line_under = [&](const std::string& value) {
    return evaluator.evaluate({{request.vary[0], value, "test", "--vary", {"--vary", 0, 0}}})
        .line_total("2080507", base_data()->budget.fiscal_year);
  };
  request.target = line_under("+10%");
  const GoalResult result = seek(base_data(), base_scenario(), request);
  ASSERT_EQ(result.points.size(), 1U);
  ASSERT_TRUE(result.points[0].solution.found);
  EXPECT_EQ(result.base_value, "+0.00%");
  EXPECT_TRUE(result.points[0].value.ends_with("%")) << result.points[0].value;
  EXPECT_EQ(line_under(result.points[0].value), *request.target) << "any share that moves as many heads";
  request.between = {{"300", "900"}};
  EXPECT_THROW(seek(base_data(), base_scenario(), request), InputRejected) << "a cohort moves by a share of itself";
}

TEST(GoalSeek, takes_the_lines_budget_where_no_target_is_given) {
  const GoalResult result = seek(base_data(), base_scenario(), award_request());
  EXPECT_EQ(result.target, base_data()->budget.find_line("2089999")->total);
}

TEST(GoalSeek, confidence_leaves_room) {
  GoalRequest request = award_request();
  const Money expected = Money::fen(seek(base_data(), base_scenario(), request).points[0].solution.value);
  request.confidence = 0.95;
  request.replicates = {64, 4, {}, {}, 1};
  const GoalResult sure = seek(base_data(), base_scenario(), request);
  EXPECT_EQ(sure.replicates, 64U);
  EXPECT_LT(Money::fen(sure.points[0].solution.value), expected);
}

TEST(GoalSeek, refuses_what_cannot_be_sought) {
  const auto refused = [](GoalRequest request) {
    EXPECT_THROW(seek(base_data(), base_scenario(), request), InputRejected);
  };
  GoalRequest request = award_request();
  request.vary = {"unity_award.ordinary"};
  refused(request);
  request = award_request();
  request.line = "2089998";
  refused(request);
  request = award_request();
  request.between = {{"900", "300"}};
  refused(request);
  request = award_request();
  request.vary.clear();
  refused(request);
}

}  // namespace
}  // namespace disburse
