// What a study is asked: its output, its inputs in their order, its factors, and what is refused.
#include "engine/studies/sensitivity/sensitivity_request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/evaluation/evaluator.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string resident = "mortality.factor.resident";
const std::string enterprise = "mortality.factor.enterprise";

const ParameterTree& base_law() {
  static const Evaluator evaluator(base_data(), base_scenario());
  return evaluator.law();
}

struct Asked {
  StudySubject subject;
  StudyResult result;
};

Asked asked(const SensitivityRequest& request, const Scenario& scenario = base_scenario()) {
  Asked one;
  one.subject = subject_of(*base_data(), base_law(), scenario, request, one.result);
  return one;
}

std::vector<std::string> paths_of(const std::vector<Input>& inputs) {
  std::vector<std::string> paths;
  for (const Input& input : inputs) paths.push_back(input.path);
  return paths;
}

/// The option that is refused and all that is said of it.
std::string refusal(const SensitivityRequest& request, const Scenario& scenario = base_scenario()) {
  try {
    asked(request, scenario);
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.errors().size(), 1U);
    return to_string(*rejected.errors().begin());
  }
  return "";
}

TEST(StudyMethod, has_a_word_of_its_own) {
  EXPECT_STREQ(to_string(StudyMethod::tornado), "tornado");
  EXPECT_STREQ(to_string(StudyMethod::gradient), "gradient");
  EXPECT_STREQ(to_string(StudyMethod::heatmap), "heatmap");
  EXPECT_STREQ(to_string(StudyMethod::morris), "morris");
  EXPECT_STREQ(to_string(StudyMethod::sobol), "sobol");
  EXPECT_STREQ(to_string(StudyMethod::shapley), "shapley");
  EXPECT_STREQ(to_string(StudyMethod::full), "full");
}

TEST(SensitivityRequest, without_anything_asks_for_all_lines_of_the_budgets_year) {
  const Asked all = asked({});
  EXPECT_EQ(all.result.scenario, base_scenario().name);
  EXPECT_EQ(all.result.method, "tornado");
  EXPECT_EQ(all.result.year, 2024);
  EXPECT_EQ(all.subject.output.line, "");
  EXPECT_FALSE(all.subject.output.programme);
  EXPECT_EQ(all.result.budget, base_data()->budget.total);
  EXPECT_EQ(all.result.budget_kind, "budget");
  EXPECT_GT(all.subject.drawn, 0U);
  EXPECT_LT(all.subject.drawn, all.subject.inputs.size()) << "the levers stand behind";
  EXPECT_EQ(all.result.inputs.size(), all.subject.inputs.size());
  EXPECT_EQ(all.result.factors.size(), all.subject.drawn);
}

TEST(SensitivityRequest, of_a_line_is_measured_against_the_lines_budget) {
  SensitivityRequest request;
  request.line = "2089999";
  const Asked line = asked(request);
  EXPECT_EQ(line.result.budget, base_data()->budget.find_line("2089999")->total);
  EXPECT_THAT(english(line.result.output_name), HasSubstr("2089999 "));
}

TEST(SensitivityRequest, of_a_programme_knows_its_place) {
  SensitivityRequest request;
  request.programme = "unity_award";
  const Asked award = asked(request);
  ASSERT_TRUE(award.subject.output.programme);
  EXPECT_EQ(base_data()->law.programmes.at(*award.subject.output.programme).id, "unity_award");
  EXPECT_EQ(award.result.budget, Money::yuan(60'780'000)) << "6,078万 in the published budget";
}

TEST(SensitivityRequest, a_limit_takes_the_budgets_place) {
  SensitivityRequest request;
  request.limit = Money::yuan(123);
  const Asked limited = asked(request);
  EXPECT_EQ(limited.result.budget, Money::yuan(123));
  EXPECT_EQ(limited.result.budget_kind, "limit");
}

TEST(SensitivityRequest, keeps_the_order_asked_for_with_levers_last) {
  SensitivityRequest request;
  request.inputs = {"award_rate", resident, enterprise};
  const Asked chosen = asked(request);
  EXPECT_THAT(paths_of(chosen.subject.inputs), ElementsAre(resident, enterprise, "award_rate"));
  EXPECT_EQ(chosen.subject.drawn, 2U);
  EXPECT_EQ(chosen.result.inputs[0].kind, "range");
  EXPECT_EQ(chosen.result.inputs[2].kind, "lever");
}

TEST(SensitivityRequest, takes_an_input_by_its_name) {
  SensitivityRequest request;
  request.inputs = {base_law().find(resident)->name};
  EXPECT_THAT(paths_of(asked(request).subject.inputs), ElementsAre(resident));
}

TEST(SensitivityRequest, of_replicates_leaves_the_levers_out) {
  SensitivityRequest request;
  request.replicates.emplace();
  const Asked drawn = asked(request);
  EXPECT_EQ(drawn.subject.drawn, drawn.subject.inputs.size());
}

TEST(SensitivityRequest, groups_its_inputs_and_keeps_the_others_alone) {
  SensitivityRequest request;
  request.inputs = {resident, enterprise, "headcount_reading"};
  request.groups = {{"死亡率", {enterprise, resident}}};
  const Asked grouped = asked(request);
  ASSERT_EQ(grouped.result.factors.size(), 2U);
  EXPECT_EQ(grouped.result.factors[0].name, "死亡率");
  EXPECT_THAT(grouped.result.factors[0].inputs, ElementsAre(1, 0));
  EXPECT_EQ(grouped.result.factors[1].name, "headcount_reading");
  EXPECT_THAT(grouped.result.factors[1].inputs, ElementsAre(2));
}

TEST(SensitivityRequest, an_input_is_in_one_group_at_most) {
  SensitivityRequest request;
  request.inputs = {resident, enterprise};
  request.groups = {{"a", {resident}}, {"b", {resident}}};
  EXPECT_THAT(refusal(request), HasSubstr("--group"));
  request.groups = {{"a", {"headcount_reading"}}};
  EXPECT_THAT(refusal(request), HasSubstr("--group")) << "it is no input of this study";
}

TEST(SensitivityRequest, refuses_what_it_does_not_know_with_the_nearest_name) {
  SensitivityRequest line;
  line.line = "2089998";
  EXPECT_THAT(refusal(line), testing::AllOf(HasSubstr("--line"), HasSubstr("Did you mean 2089999?")));
  SensitivityRequest programme;
  programme.programme = "unity_awards";
  EXPECT_THAT(refusal(programme), testing::AllOf(HasSubstr("--programme"), HasSubstr("Did you mean unity_award?")));
}

/// A parameter without low and high of its own.
TEST(SensitivityRequest, refuses_a_certain_parameter_and_names_what_moves_it) {
  SensitivityRequest request;
  request.inputs = {"unity_award.ordinary_per_payment"};
  EXPECT_THAT(refusal(request), testing::AllOf(HasSubstr("--inputs"), HasSubstr("Write --inputs award_rate")));
}

TEST(SensitivityRequest, refuses_a_year_that_the_horizon_does_not_hold) {
  SensitivityRequest request;
  request.year = 2025;
  EXPECT_THAT(refusal(request), testing::AllOf(HasSubstr("--year"), HasSubstr("2024-01..2024-12")));
  Scenario longer = base_scenario();
  longer.horizon.count = 13;  // January 2025 is enough of it
  EXPECT_EQ(refusal(request, longer), "");
}

TEST(SensitivityRequest, of_a_year_without_a_budget_has_none) {
  Scenario longer = base_scenario();
  longer.horizon.count = 24;
  SensitivityRequest request;
  request.year = 2025;
  const Asked later = asked(request, longer);
  EXPECT_FALSE(later.result.budget);
  EXPECT_EQ(later.result.budget_kind, "");
}

TEST(SensitivityRequest, describes_a_range_by_its_own_unit_and_ends) {
  SensitivityRequest request;
  request.inputs = {resident};
  const StudyInput described = asked(request).result.inputs.at(0);
  const Parameter& parameter = *base_law().find(resident);
  EXPECT_EQ(described.unit, "rate");
  EXPECT_EQ(described.low, value_text(parameter.uncertainty->low));
  EXPECT_EQ(described.high, value_text(parameter.uncertainty->high));
  EXPECT_EQ(described.distribution, parameter.uncertainty->distribution);
}

}  // namespace
}  // namespace disburse
