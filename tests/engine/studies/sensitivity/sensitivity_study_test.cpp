// A sensitivity study and the ranges of projects, asked from code.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/evaluation/evaluator.hpp"
#include "engine/studies/assumed/band_study.hpp"
#include "engine/studies/sensitivity/sensitivity_study.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

const std::string resident = "mortality.factor.resident";

TEST(SensitivityStudy, both_ends_of_a_bar_are_full_projections) {
  SensitivityRequest request;
  request.inputs = {resident};
  request.threads = 1;
  const StudyResult result = study(base_data(), base_scenario(), request);
  ASSERT_EQ(result.tornado.size(), 1U);
  EXPECT_EQ(result.method, "tornado");
  Evaluator evaluator(base_data(), base_scenario());
  const auto at = [&](const std::string& value) {
    return evaluator.evaluate({{resident, value, "test", "test", {}}}).line_total("", 2024);
  };
  EXPECT_EQ(result.tornado.front().at_low, at(result.inputs.front().low));
  EXPECT_EQ(result.tornado.front().at_high, at(result.inputs.front().high));
}

TEST(SensitivityStudy, refuses_unknown_inputs_outputs_and_groups) {
  const auto refused = [](const SensitivityRequest& request) {
    EXPECT_THROW(study(base_data(), base_scenario(), request), InputRejected);
  };
  SensitivityRequest request;
  request.inputs = {"mortality.factor.residents"};
  refused(request);
  request = {};
  request.line = "1";
  refused(request);
  request = {};
  request.groups = {{"g", {"nothing"}}};
  refused(request);
  request = {};
  request.statistic = "p95";
  refused(request);
}

TEST(Ranges, reach_from_the_estimate_to_the_ends_of_the_band) {
  const std::vector<ProjectSpread> ranges = ranges_of_draft(base_data(), base_scenario(), 2024, 2).spreads;
  const BandResult known = bands(base_data(), base_scenario(), 2024, 2);
  ASSERT_EQ(ranges.size(), base_data()->law.programmes.size());
  for (std::size_t p = 0; p < ranges.size(); ++p) {
    const BandFigure& figure = known.figures[p];
    EXPECT_EQ(ranges[p].up, std::max(Money{}, figure.p90 - figure.estimate)) << figure.id;
    EXPECT_EQ(ranges[p].down, std::max(Money{}, figure.estimate - figure.p10)) << figure.id;
  }
}

TEST(SensitivityStudy, levers_stand_in_the_tornado_and_are_never_drawn) {
  SensitivityRequest request;
  request.inputs = {"award_rate", resident};
  request.line = "2089999";
  const StudyResult result = study(base_data(), base_scenario(), request);
  ASSERT_EQ(result.inputs.size(), 2U);
  EXPECT_EQ(result.inputs[0].kind, "range");
  EXPECT_EQ(result.inputs[1].kind, "lever");
  ASSERT_EQ(result.factors.size(), 1U);  // what is drawn
  // 600 yuan to 660 for ordinary retirees: a tenth more of what they get.
  Evaluator evaluator(base_data(), base_scenario());
  const auto at = [&](const std::string& value) {
    return evaluator.evaluate({{"unity_award.ordinary_per_payment", value, "test", "test", {}, Month(2024, 1)}})
        .line_total("2089999", 2024);
  };
  EXPECT_EQ(result.tornado.front().at_high, at("660"));
  EXPECT_EQ(result.tornado.front().at_low, at("540"));
}

TEST(SensitivityStudy, a_question_reaches_from_its_least_answer_to_its_most) {
  SensitivityRequest request;
  request.inputs = {"headcount_reading"};
  const StudyResult result = study(base_data(), base_scenario(), request);
  Evaluator evaluator(base_data(), base_scenario());
  const Money opening = evaluator.evaluate({{"counts.reading", "opening", "test", "test", {}}}).line_total("", 2024);
  EXPECT_EQ(result.tornado.front().at_low, result.base);
  EXPECT_EQ(result.tornado.front().at_high, opening);
  EXPECT_EQ(result.inputs.front().high, "2024年初数");
}

TEST(SensitivityStudy, a_later_year_is_measured_against_its_draft_or_a_limit) {
  Scenario scenario = base_scenario();
  scenario.horizon.count = 24;
  SensitivityRequest request;
  request.inputs = {resident};
  request.year = 2025;
  const StudyResult draft = study(base_data(), scenario, request);
  EXPECT_EQ(draft.budget_kind, "draft");
  EXPECT_EQ(draft.budget, draft.base);
  request.limit = Money::yuan(400'000'000);
  const StudyResult limited = study(base_data(), scenario, request);
  EXPECT_EQ(limited.budget_kind, "limit");
  EXPECT_EQ(limited.budget, Money::yuan(400'000'000));
}

TEST(SensitivityStudy, a_year_beyond_the_horizon_is_refused) {
  SensitivityRequest request;
  request.year = 2025;
  EXPECT_THROW(study(base_data(), base_scenario(), request), InputRejected);
}

}  // namespace
}  // namespace disburse
