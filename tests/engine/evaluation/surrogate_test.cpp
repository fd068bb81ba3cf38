// The quick function of all that is assumed against full projections.
#include "engine/evaluation/surrogate.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/base_data.hpp"

namespace disburse {
namespace {

struct Made {
  EvaluatorPool pool{base_data(), base_scenario(), 2};
  std::vector<Input> inputs = study_inputs(pool.first().law(), base_data()->unknowns, Month(2024, 1));
  Output output{"2080507", {}, 2024};
};

TEST(Surrogate, is_exact_with_one_input_at_its_outermost_values_and_at_every_answer) {
  Made made;
  const Surrogate surrogate(made.pool, made.inputs, made.output, 1, Order::first);
  const double unmoved = std::nan("");
  for (std::size_t k = 0; k < made.inputs.size(); ++k) {
    std::vector<double> ends = made.inputs[k].ends();
    if (!made.inputs[k].has_options())
      ends = {made.inputs[k].rounded(made.inputs[k].value(0.0)), made.inputs[k].rounded(made.inputs[k].value(1.0))};
    for (const double end : ends) {
      std::vector<double> values(made.inputs.size(), unmoved);
      values[k] = end;
      double quick = 0.0;
      for (const double part : surrogate.parts(values)) quick += part;
      const Money slow = made.output.of(made.pool.first().evaluate(changes_at(made.inputs, values)));
      EXPECT_NEAR(quick, static_cast<double>(slow.fen()), 1.0) << made.inputs[k].path << " = " << end;
    }
  }
}

TEST(Surrogate, with_pairs_is_close_to_full_projections_of_drawn_points) {
  Made made;
  Surrogate surrogate(made.pool, made.inputs, made.output, 1, Order::second);
  EXPECT_TRUE(surrogate.error());
  const Points points = sobol_points(32, made.inputs.size(), 99);
  const Batch quick = surrogate(points);
  double mean = 0.0;
  double squares = 0.0;
  double off = 0.0;
  std::vector<double> truth;
  for (const std::vector<double>& point : points) {
    const auto changes = changes_at(made.inputs, surrogate.values_of(point));
    truth.push_back(static_cast<double>(made.output.of(made.pool.first().evaluate(changes)).fen()));
    mean += truth.back() / static_cast<double>(points.size());
  }
  for (std::size_t i = 0; i < truth.size(); ++i) {
    squares += (truth[i] - mean) * (truth[i] - mean);
    off += (truth[i] - quick[i]) * (truth[i] - quick[i]);
  }
  EXPECT_LT(off, 0.01 * squares);  // the bound beyond which every point is projected in full
}

TEST(Surrogate, follows_an_input_that_another_answer_switches_on) {
  // While the budget's heads are of the year's end, more entrants are fewer in the opening stock; by the other reading
  // they come on top.
  Made made;
  made.output.year = 2025;
  Scenario scenario = base_scenario();
  scenario.horizon = Horizon::parse("2024-01..2025-12").value();
  EvaluatorPool pool(base_data(), scenario, 2);
  const Surrogate surrogate(pool, made.inputs, made.output, 1, Order::second);
  std::vector<double> values(made.inputs.size(), std::nan(""));
  for (std::size_t k = 0; k < made.inputs.size(); ++k) {
    const Input& input = made.inputs[k];
    if (input.path == "counts.civil_service_entrants") values[k] = input.rounded(input.value(1.0));
    if (input.path == "headcount_reading") values[k] = 1.0;
  }
  double quick = 0.0;
  for (const double part : surrogate.parts(values)) quick += part;
  const Money slow = made.output.of(pool.first().evaluate(changes_at(made.inputs, values)));
  EXPECT_NEAR(quick, static_cast<double>(slow.fen()), 1.0);
}

}  // namespace
}  // namespace disburse
