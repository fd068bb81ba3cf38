// A sweep is as many what-ifs: every point equals a full run with the same values.
#include "engine/studies/parameter_sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/city.hpp"

namespace disburse {
namespace {

SweepResult swept(const std::vector<Sweep>& sweeps, int threads) {
  const Scenario scenario = scenario_of(InputOptions{}, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(InputOptions{}, scenario));
  return sweep(data, scenario, {sweeps, threads});
}

Sweep over(const std::string& path, const std::vector<std::string>& values) { return {path, values, "--sweep", {}}; }

const std::vector<Sweep>& grid() {
  static const std::vector<Sweep> sweeps{over("unity_award.ordinary_per_payment", {"600", "660"}),
                                         over("adjustment.announced", {"2024-07", "2024-09", "2024-12"})};
  return sweeps;
}

TEST(Sweep, numbers_the_points_of_the_grid_with_the_last_parameter_fastest) {
  const SweepResult result = swept(grid(), 1);
  ASSERT_EQ(result.points.size(), 6u);
  EXPECT_EQ(result.points[0].values, (std::vector<std::string>{"600", "2024-07"}));
  EXPECT_EQ(result.points[2].values, (std::vector<std::string>{"600", "2024-12"}));
  EXPECT_EQ(result.points[3].values, (std::vector<std::string>{"660", "2024-07"}));
  EXPECT_EQ(result.points[5].number, 6u);
}

TEST(Sweep, moves_a_cohort_as_a_change_of_it_does) {
  const SweepResult result = swept({over("cohort.new_retirees", {"-10%", "+10%"})}, 1);
  ASSERT_EQ(result.points.size(), 2u);
  EXPECT_EQ(result.parameters[0].name, "新退休人数");
  InputOptions options;
  options.sets = {"cohort.new_retirees=+10%"};
  const Scenario more = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, more));
  const RunResult full = run(make_session(*data, more), 1);
  EXPECT_EQ(total_of(result, result.points[1].amounts, 2024), full.total.projected);
  EXPECT_LT(total_of(result, result.points[0].amounts, 2024), full.total.projected);
  EXPECT_THROW(swept({over("cohort.new_retirees", {"300", "+10%"})}, 1), InputRejected);
}

TEST(Sweep, takes_values_that_say_how_much_more) {
  const SweepResult said = swept({over("unity_award.ordinary_per_payment", {"x1.1", "+=120元"})}, 1);
  const SweepResult plain = swept({over("unity_award.ordinary_per_payment", {"660", "720"})}, 1);
  ASSERT_EQ(said.points.size(), 2u);
  EXPECT_EQ(said.points[0].amounts, plain.points[0].amounts);
  EXPECT_EQ(said.points[1].amounts, plain.points[1].amounts);
}

TEST(Sweep, every_point_equals_a_full_run) {
  const SweepResult result = swept(grid(), 1);
  for (const SweepPoint& point : result.points) {
    InputOptions options;
    options.sets = {grid()[0].path + "=" + point.values[0], grid()[1].path + "=" + point.values[1]};
    const RunResult run = disburse::run(open_session(options), 1);
    Money whole;
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      for (const LineFigure& line : run.lines) {
        if (line.code != result.lines[i].line) continue;
        EXPECT_EQ(point.amounts[i], line.amount.projected) << line.code;
      }
      whole += point.amounts[i];
    }
    EXPECT_EQ(whole, run.total.projected) << point.number;
  }
}

TEST(Sweep, does_not_depend_on_the_number_of_threads) {
  const SweepResult one = swept(grid(), 1);
  const SweepResult two = swept(grid(), 4);
  for (std::size_t i = 0; i < one.points.size(); ++i) EXPECT_EQ(one.points[i].amounts, two.points[i].amounts);
}

TEST(Sweep, refuses_all_faults_at_once) {
  try {
    swept({over("unity_award.ordinary_per_paymen", {"600", "660"}), over("heating_allowance.standard", {"x", "5000"}),
           over("heating_allowance.standard", {"1", "2"})},
          1);
    FAIL();
  } catch (const InputRejected& rejected) {
    EXPECT_EQ(rejected.door(), Door::command_line);
    EXPECT_EQ(rejected.errors().size(), 3u);
    EXPECT_THAT(rejected.what(), testing::HasSubstr("unity_award.ordinary_per_payment"));
  }
}

}  // namespace
}  // namespace disburse
