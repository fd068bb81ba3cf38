// Slopes and thresholds held to full projections: what a yuan of a flat rate does, and where it meets the budget.
#include "engine/studies/sensitivity/study_slopes.hpp"

#include <gtest/gtest.h>

#include "engine/evaluation/study_input.hpp"
#include "support/base_data.hpp"

namespace disburse {
namespace {

const std::string standard = "unity_award.ordinary_per_payment";
const std::string factor = "mortality.factor.resident";
const std::string count = "counts.resident_payers";

/// An input that reaches from low to high about its base, within what the parameter may be.
Input range_of(Evaluator& evaluator, const std::string& path, const std::string& low, const std::string& high) {
  ParameterTree law = evaluator.law();
  InputErrors errors;
  law.set_uncertainty(path, low, high, "uniform", "a test", {}, errors);
  EXPECT_TRUE(errors.empty());
  for (Input& input : study_inputs(law, {}, Month(2024, 1))) {
    if (input.path == path) return input;
  }
  throw std::out_of_range(path);
}

class Slopes : public testing::Test {
 protected:
  Slopes() { output_.year = 2024; }

  Money at(const std::string& path, const std::string& value) {
    return output_.of(evaluator_.evaluate({{path, value, "test", "test", {}}}));
  }
  /// Looks at `inputs`, whose bars are projected in full.
  StudyResult bars(const std::vector<Input>& inputs) {
    StudyResult result;
    result.base = output_.of(evaluator_.evaluate({}));
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      TornadoBar bar;
      bar.input = k;
      bar.at_low = output_.of(evaluator_.evaluate(inputs[k].changes(inputs[k].low)));
      bar.at_high = output_.of(evaluator_.evaluate(inputs[k].changes(inputs[k].high)));
      result.tornado.push_back(bar);
    }
    return result;
  }
  static StudyResult against(StudyResult result, Money budget, const std::string& kind = "budget") {
    result.budget = budget;
    result.budget_kind = kind;
    return result;
  }

  Evaluator evaluator_{base_data(), base_scenario()};
  Output output_;
};

/// A flat rate pays its persons-times: exactly the difference of a yuan.
TEST_F(Slopes, of_a_flat_rate_is_what_one_yuan_more_costs) {
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660")};
  StudyResult result = bars(inputs);
  find_slopes(evaluator_, inputs, output_, 1, result);
  ASSERT_EQ(result.slopes.size(), 1U);
  EXPECT_TRUE(result.slopes[0].exact);
  const auto rise = static_cast<double>((at(standard, "700") - at(standard, "600")).fen());
  EXPECT_NEAR(result.slopes[0].fen_per_unit, rise / 100.0, rise * 1e-7);
  EXPECT_FALSE(result.slopes[0].fen_per_point) << "yuan have no percentage points";
}

TEST_F(Slopes, of_a_rate_is_told_for_a_percentage_point_too) {
  const std::vector<Input> inputs{range_of(evaluator_, factor, "0.9", "1.1")};
  StudyResult result = bars(inputs);
  find_slopes(evaluator_, inputs, output_, 1, result);
  ASSERT_EQ(result.slopes.size(), 1U);
  const Slope& slope = result.slopes[0];
  ASSERT_TRUE(slope.fen_per_point);
  EXPECT_NEAR(*slope.fen_per_point * 100.0, slope.fen_per_unit, 1e-6 * std::abs(slope.fen_per_unit));
  const auto rise = static_cast<double>((at(factor, "1.001") - at(factor, "0.999")).fen());
  EXPECT_NEAR(slope.fen_per_unit, rise / 0.002, 0.02 * std::abs(rise / 0.002));
}

/// A headcount moves whole members: no derivative, and differences over its range.
TEST_F(Slopes, of_a_headcount_is_a_difference) {
  const std::vector<Input> inputs{range_of(evaluator_, count, "38000", "40000")};
  StudyResult result = bars(inputs);
  find_slopes(evaluator_, inputs, output_, 1, result);
  ASSERT_EQ(result.slopes.size(), 1U);
  EXPECT_FALSE(result.slopes[0].exact);
  const auto rise = static_cast<double>((at(count, "40000") - at(count, "38000")).fen());
  EXPECT_NEAR(result.slopes[0].fen_per_unit, rise / 2'000.0, 0.02 * std::abs(rise / 2'000.0));
}

TEST_F(Slopes, of_what_moves_nothing_is_nothing) {
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660")};
  StudyResult result = bars(inputs);
  result.tornado[0].dead = true;
  find_slopes(evaluator_, inputs, output_, 1, result);
  EXPECT_TRUE(result.slopes.at(0).dead);
  EXPECT_EQ(result.slopes.at(0).fen_per_unit, 0.0);
}

TEST_F(Slopes, find_where_a_rate_meets_the_budget_to_the_fen) {
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660")};
  StudyResult result = against(bars(inputs), at(standard, "633.33"));
  find_thresholds(evaluator_, inputs, output_, result);
  ASSERT_TRUE(result.tornado[0].breaks_at);
  EXPECT_EQ(*result.tornado[0].breaks_at, "633.33");
  EXPECT_GT(result.full_runs, 0U);
}

TEST_F(Slopes, find_none_where_the_budget_lies_out_of_reach) {
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660")};
  StudyResult result = against(bars(inputs), at(standard, "600") * 100);
  find_thresholds(evaluator_, inputs, output_, result);
  EXPECT_FALSE(result.tornado[0].breaks_at);
}

TEST_F(Slopes, look_for_nothing_without_a_budget_or_against_a_draft) {
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660")};
  for (StudyResult result :
       {bars(inputs), against(bars(inputs), Money{}), against(bars(inputs), Money::yuan(1), "draft")}) {
    find_thresholds(evaluator_, inputs, output_, result);
    EXPECT_FALSE(result.tornado[0].breaks_at);
    EXPECT_EQ(result.full_runs, 0U);
  }
}

TEST_F(Slopes, pass_over_dead_bars_and_options) {
  Input lever;
  lever.kind = Input::Kind::lever;
  lever.options = {{}, {}, {}};
  const std::vector<Input> inputs{range_of(evaluator_, standard, "540", "660"), lever};
  StudyResult result = against(bars({inputs[0]}), at(standard, "620"));
  result.tornado[0].dead = true;
  TornadoBar other = result.tornado[0];
  other.input = 1;
  other.dead = false;
  result.tornado.push_back(other);
  find_thresholds(evaluator_, inputs, output_, result);
  EXPECT_FALSE(result.tornado[0].breaks_at);
  EXPECT_FALSE(result.tornado[1].breaks_at);
  EXPECT_EQ(result.full_runs, 0U);
}

}  // namespace
}  // namespace disburse
