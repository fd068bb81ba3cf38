// What a study moves: quantiles within bounds, positions of a cause, options by their weights, and the changes made.
#include "engine/evaluation/study_input.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace disburse {
namespace {

const double base_value = std::nan("");
const Month january(2024, 1);

Parameter parameter(const std::string& path, Unit unit, const std::string& value) {
  Parameter one;
  one.path = path;
  one.name = "名 " + path;
  one.name_en = "name of " + path;
  one.unit = unit;
  DatedValue dated;
  dated.from = Month(2000, 1);
  dated.value = parse_value(unit, value).value();
  one.values.push_back(dated);
  return one;
}

Parameter uncertain(Parameter one, const std::string& low, const std::string& high) {
  one.uncertainty =
      Uncertainty{parse_value(one.unit, low).value(), parse_value(one.unit, high).value(), "uniform", "统计"};
  return one;
}

/// A rate from 0.1 to 0.3 of at most 0.31, two numbers with a common cause, a count with two readings, a standard.
ParameterTree law() {
  ParameterTree tree;
  Parameter rate = uncertain(parameter("a.rate", Unit::rate, "0.2"), "0.1", "0.3");
  rate.minimum = Rate();
  rate.maximum = Rate(31, 100);
  tree.add(rate);
  tree.add(uncertain(parameter("a.count", Unit::persons, "6854"), "6000", "7000"));
  tree.add(parameter("a.pension", Unit::yuan_per_month, "5650"));
  tree.add(parameter("a.reading", Unit::count, "1"));
  tree.add(parameter("a.standard", Unit::yuan_per_payment, "600"));
  return tree;
}

Unknowns unknowns() {
  Unknowns open;
  open.causes = {{"solved",
                  "反推",
                  "solved",
                  "为何",
                  "uniform",
                  {{"a.pension", "5500", "6000", {}}, {"a.count", "7365", "6108", {}}},
                  {}}};
  const Override two{"a.reading", "2", "", "test", {}};
  open.questions = {{"reading",
                     "口径",
                     "reading",
                     {{"one", "一", "one", Rate(7, 10), "甲", {}}, {"two", "二", "two", Rate(3, 10), "乙", {two}}},
                     {}}};
  open.levers = {{"rate",
                  "奖励",
                  "award",
                  "少",
                  "多",
                  {{"a.standard", "", "0.9", "", "", {}}},
                  {{"a.standard", "", "1.1", "", "", {}}},
                  {}}};
  return open;
}

std::vector<Input> inputs() { return study_inputs(law(), unknowns(), january); }

TEST(StudyInputs, are_ranges_then_causes_then_questions) {
  const std::vector<Input> all = inputs();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].path, "a.rate");
  EXPECT_EQ(all[1].path, "solved");
  EXPECT_EQ(all[2].path, "reading");
  EXPECT_EQ(all[0].kind, Input::Kind::range);
  EXPECT_EQ(all[1].kind, Input::Kind::cause);
  EXPECT_EQ(all[2].kind, Input::Kind::question);
  EXPECT_EQ(all[0].name, "名 a.rate");
  EXPECT_EQ(all[0].source, "统计");
  EXPECT_EQ(all[2].source, "一: 甲; 二: 乙");
}

/// a.count has a range of its own, and none where the cause moves it.
TEST(StudyInputs, leave_a_range_out_that_a_cause_moves) {
  const std::vector<Input> alone = study_inputs(law(), {}, january);
  ASSERT_EQ(alone.size(), 2U);
  EXPECT_EQ(alone[0].path, "a.count");
}

TEST(RangeInput, has_its_low_and_high_at_a_tenth_and_nine_tenths) {
  const Input rate = inputs()[0];
  EXPECT_DOUBLE_EQ(rate.low, 0.1);
  EXPECT_DOUBLE_EQ(rate.base, 0.2);
  EXPECT_DOUBLE_EQ(rate.high, 0.3);
  // Uniform: 0.2 over eight tenths, 0.25 for each whole of probability.
  EXPECT_NEAR(rate.value(0.1), 0.1, 1e-12);
  EXPECT_NEAR(rate.value(0.5), 0.2, 1e-12);
  EXPECT_NEAR(rate.value(0.7), 0.25, 1e-12);
  EXPECT_NEAR(rate.value(0.9), 0.3, 1e-12);
}

TEST(RangeInput, stays_within_the_parameters_bounds_and_off_the_outermost) {
  const Input rate = inputs()[0];
  EXPECT_DOUBLE_EQ(rate.value(1.0), 0.31) << "0.325 is beyond the maximum";
  // At 1 / 10,000: 0.1 - 0.0999 x 0.25.
  EXPECT_NEAR(rate.value(0.0), 0.075025, 1e-12);
  EXPECT_DOUBLE_EQ(rate.value(0.0), rate.value(1e-4)) << "further out nothing is followed";
}

TEST(RangeInput, changes_its_parameter_to_the_value) {
  const Input rate = inputs()[0];
  const std::vector<Override> changes = rate.changes(0.25);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].path, "a.rate");
  EXPECT_EQ(changes[0].value, "0.250000000");
  EXPECT_TRUE(rate.changes(base_value).empty());
  EXPECT_EQ(rate.text(0.25), "0.250000000");
  EXPECT_DOUBLE_EQ(rate.rounded(0.1234567894), 0.123456789);
  EXPECT_EQ(rate.ends(), (std::vector<double>{0.1, 0.3}));
}

TEST(RangeInput, of_a_count_is_rounded_to_persons) {
  const Input count = study_inputs(law(), {}, january)[0];
  EXPECT_DOUBLE_EQ(count.rounded(6'854.4), 6'854.0);
  EXPECT_EQ(count.changes(6'854.4)[0].value, "6854");
  EXPECT_TRUE(std::isinf(count.most)) << "without bounds of its own";
}

TEST(CauseInput, moves_all_its_numbers_on_straight_lines) {
  const Input cause = inputs()[1];
  const auto value_at = [&](double position, std::size_t move) { return cause.changes(position).at(move).value; };
  // 5,650 to 6,000 above, to 5,500 below; the count goes the other way, 6,854 to 6,108 and 7,365.
  EXPECT_EQ(value_at(0.0, 0), "5650.00");
  EXPECT_EQ(value_at(0.5, 0), "5825.00");
  EXPECT_EQ(value_at(-0.5, 0), "5575.00");
  EXPECT_EQ(value_at(0.5, 1), "6481");
  EXPECT_EQ(value_at(-1.0, 1), "7365");
  EXPECT_EQ(value_at(2.0, 0), "6350.00") << "beyond its ends";
  EXPECT_TRUE(cause.changes(base_value).empty());
}

TEST(CauseInput, has_positions_as_its_values) {
  const Input cause = inputs()[1];
  EXPECT_EQ(cause.ends(), (std::vector<double>{-1.0, 1.0}));
  EXPECT_NEAR(cause.value(0.1), -1.0, 1e-12);
  EXPECT_NEAR(cause.value(0.5), 0.0, 1e-12);
  EXPECT_NEAR(cause.value(0.9), 1.0, 1e-12);
  EXPECT_DOUBLE_EQ(cause.rounded(0.123456), 0.123456) << "a position is no parameter";
  EXPECT_NEAR(cause.most, 1.24975, 1e-9) << "2.5 a whole of probability";
  EXPECT_EQ(cause.text(base_value), "5650.00 / 6854");
  EXPECT_EQ(cause.text(1.0), "6000.00 / 6108");
}

TEST(QuestionInput, takes_its_answers_by_their_weights) {
  const Input question = inputs()[2];
  EXPECT_DOUBLE_EQ(question.value(0.0), 0.0);
  EXPECT_DOUBLE_EQ(question.value(0.69), 0.0);
  EXPECT_DOUBLE_EQ(question.value(0.71), 1.0);
  EXPECT_DOUBLE_EQ(question.value(1.0), 1.0);
  EXPECT_EQ(question.ends(), std::vector<double>{1.0}) << "every option but the base";
  EXPECT_TRUE(question.changes(0.0).empty());
  ASSERT_EQ(question.changes(1.0).size(), 1U);
  EXPECT_EQ(question.changes(1.0)[0].value, "2");
  EXPECT_EQ(question.text(1.0), "二");
  EXPECT_EQ(question.text(base_value), "一");
  EXPECT_DOUBLE_EQ(question.rounded(0.8), 1.0);
}

TEST(LeverInput, has_both_ends_beside_the_base_and_is_never_drawn) {
  const std::vector<Input> levers = study_levers(law(), unknowns(), 2024);
  ASSERT_EQ(levers.size(), 1U);
  const Input& lever = levers[0];
  EXPECT_EQ(lever.kind, Input::Kind::lever);
  EXPECT_EQ(lever.ends(), (std::vector<double>{1.0, 2.0}));
  for (const double u : {0.0, 0.3, 0.99}) EXPECT_DOUBLE_EQ(lever.value(u), 0.0);
  EXPECT_EQ(lever.changes(1.0).at(0).value, "540.00");  // 600 x 0.9
  EXPECT_EQ(lever.changes(2.0).at(0).value, "660.00");
  EXPECT_TRUE(lever.changes(0.0).empty());
  EXPECT_EQ(lever.text(2.0), "多");
}

TEST(ChangesAt, are_those_of_all_inputs_that_leave_their_base) {
  const std::vector<Override> changes = changes_at(inputs(), {0.3, base_value, 1.0});
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].path, "a.rate");
  EXPECT_EQ(changes[1].path, "a.reading");
  EXPECT_EQ(changes_at(inputs(), {base_value, 1.0, base_value}).size(), 2U) << "both numbers of the cause";
}

RC_GTEST_PROP(StudyInputs, a_higher_probability_is_never_a_lower_value, ()) {
  const auto first = *rc::gen::inRange(0, 10'001);
  const auto second = *rc::gen::inRange(first, 10'001);
  for (const Input& input : inputs()) {
    RC_ASSERT(input.value(first / 10'000.0) <= input.value(second / 10'000.0));
    RC_ASSERT(input.value(first / 10'000.0) >= input.least);
    RC_ASSERT(input.value(first / 10'000.0) <= input.most);
  }
}

}  // namespace
}  // namespace disburse
