// Inputs of a study: which they are, and the changes of all of them at once.
#include "engine/evaluation/study_input.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>

namespace disburse {
namespace {

constexpr double unmoved = std::numeric_limits<double>::quiet_NaN();

Parameter parameter(const std::string& path, const std::string& value, const std::string& low,
                    const std::string& high) {
  Parameter one;
  one.path = path;
  one.name = path;
  one.unit = Unit::yuan_per_month;
  DatedValue dated;
  dated.from = Month(2000, 1);
  dated.value = parse_value(one.unit, value).value();
  one.values.push_back(dated);
  one.minimum = parse_value(one.unit, "8000");
  if (!low.empty()) one.uncertainty = {*parse_value(one.unit, low), *parse_value(one.unit, high), "triangular", "why"};
  return one;
}

ParameterTree law() {
  ParameterTree tree;
  tree.add(parameter("a.base", "9000", "8900", "9100"));
  tree.add(parameter("a.other", "9000", "8000", "9500"));
  return tree;
}

CommonCause cause(const std::string& id, const std::string& low, const std::string& high) {
  return {id, id, id, "why", "triangular", {{"a.base", low, high, {}}}, {}};
}

Unknowns two_causes_and_a_question() {
  Unknowns unknowns;
  unknowns.causes = {cause("level", "8750", "9250"), cause("rounding", "8500", "9500")};
  const Override change{"a.other", "8200", "", "test", {}};
  unknowns.questions.push_back(
      {"which", "口径", "which", {{"one", "", "", {}, "", {}}, {"two", "", "", {}, "", {change}}}, {}});
  return unknowns;
}

std::map<std::string, std::vector<std::string>> values_of(const std::vector<Override>& changes) {
  std::map<std::string, std::vector<std::string>> values;
  for (const Override& one : changes) values[one.path].push_back(one.value);
  return values;
}

TEST(StudyInputs, a_cause_takes_a_range_over_and_a_question_leaves_it) {
  const std::vector<Input> inputs = study_inputs(law(), two_causes_and_a_question(), Month(2024, 1));
  ASSERT_EQ(inputs.size(), 4U);
  EXPECT_EQ(inputs[0].path, "a.other");
  EXPECT_EQ(inputs[0].kind, Input::Kind::range);
  EXPECT_EQ(inputs[1].path, "level");
  EXPECT_EQ(inputs[2].path, "rounding");
  EXPECT_EQ(inputs[3].path, "which");
}

TEST(StudyInputs, what_several_causes_do_to_one_number_adds_up) {
  const std::vector<Input> inputs = study_inputs(law(), two_causes_and_a_question(), Month(2024, 1));
  const auto base_of = [&](double level, double rounding) {
    const auto values = values_of(changes_at(inputs, {unmoved, level, rounding, unmoved})).at("a.base");
    EXPECT_EQ(values.size(), 1U);
    return values.front();
  };
  EXPECT_EQ(base_of(1.0, unmoved), "9250.00");
  EXPECT_EQ(base_of(unmoved, -0.5), "8750.00");  // half of the way from 9,000 to 8,500
  EXPECT_EQ(base_of(1.0, -0.5), "9000.00");      // 250 up, 250 down
  EXPECT_EQ(base_of(-1.0, -1.0), "8250.00");     // 250 and 500 down
  EXPECT_EQ(base_of(-4.0, -1.0), "8000.00");     // the parameter's own bound
}

TEST(StudyInputs, an_answer_speaks_after_the_range_of_what_it_changes) {
  const std::vector<Input> inputs = study_inputs(law(), two_causes_and_a_question(), Month(2024, 1));
  const auto values = values_of(changes_at(inputs, {9400.0, unmoved, unmoved, 1.0})).at("a.other");
  EXPECT_EQ(values.back(), "8200");
}

}  // namespace
}  // namespace disburse
