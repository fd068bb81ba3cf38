// Horizons with an open end, titles of what the command line changes, and a base that was carried on.
#include <gtest/gtest.h>

#include "engine/app/loading/loading.hpp"
#include "engine/base/error.hpp"

namespace disburse {
namespace {

Horizon horizon_with(const std::string& text) {
  InputOptions options;
  options.horizon = {text, "--horizon"};
  return scenario_of(options, find_data()).horizon;
}

TEST(ScenarioOptions, a_horizon_may_leave_an_end_to_the_scenario) {
  EXPECT_EQ(horizon_with("2024-07.."), (Horizon{Month(2024, 7), 6})) << "the base ends with the year";
  EXPECT_EQ(horizon_with("2025-01.."), (Horizon{Month(2025, 1), 12})) << "to its own December at least";
  EXPECT_EQ(horizon_with("..2025-12"), (Horizon{Month(2024, 1), 24}));
  EXPECT_EQ(horizon_with("２０２４年１月至６月"), (Horizon{Month(2024, 1), 6}));
  EXPECT_THROW(horizon_with("2024-07"), InputRejected) << "a month alone says neither";
  EXPECT_THROW(horizon_with(".."), InputRejected);
}

TEST(ScenarioOptions, what_the_command_line_changes_stands_in_the_title) {
  InputOptions options;
  const std::string base = scenario_of(options, find_data()).title;
  options.sets = {"unity_award.ordinary_per_payment=660"};
  EXPECT_EQ(scenario_of(options, find_data()).title, base + "（unity_award.ordinary_per_payment=660）");
}

TEST(ScenarioOptions, the_day_of_knowledge_may_be_spoken) {
  InputOptions options;
  options.as_known_on = "2023年12月31日";
  EXPECT_EQ(scenario_of(options, find_data()).as_known_on, (Date{2023, 12, 31}));
}

}  // namespace
}  // namespace disburse
