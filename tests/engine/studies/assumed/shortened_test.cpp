// Months after the year studied: left out, and without a say in its cells.
#include "engine/studies/assumed/shortened.hpp"

#include <gtest/gtest.h>

#include "engine/evaluation/evaluator.hpp"
#include "support/city.hpp"

namespace disburse {
namespace {

TEST(Shortened, ends_with_the_year_and_never_becomes_longer) {
  Scenario scenario;
  scenario.horizon = *Horizon::parse("2024-01..2040-12");
  EXPECT_EQ(to_string(shortened(scenario, 2025).horizon), "2024-01..2025-12");
  EXPECT_EQ(to_string(shortened(scenario, 2050).horizon), "2024-01..2040-12");
  EXPECT_EQ(to_string(shortened(scenario, 2020).horizon), "2024-01..2040-12");
}

TEST(Shortened, leaves_the_cells_of_the_year_as_they_are) {
  const InputOptions options = small_city("2024-01..2029-12");
  const Scenario scenario = scenario_of(options, find_data());
  const auto data = std::make_shared<const LoadedData>(load_data(options, scenario));
  Evaluator whole(data, scenario);
  Evaluator part(data, shortened(scenario, 2026));
  for (const Override& change : {Override{"outlook.wage_growth", "0.04", "test", "test", {}},
                                 Override{"counts.reading", "opening", "test", "test", {}}}) {
    const Evaluation longer = whole.evaluate({change});
    const Evaluation shorter = part.evaluate({change});
    for (const int year : {2024, 2025, 2026}) {
      for (std::size_t p = 0; p < data->law.programmes.size(); ++p)
        EXPECT_EQ(longer.programme_total(p, year), shorter.programme_total(p, year)) << change.path << " " << year;
    }
  }
}

}  // namespace
}  // namespace disburse
