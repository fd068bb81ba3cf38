// A run as the command makes it, asked from code.
#include "engine/app/made_run.hpp"

#include <gtest/gtest.h>

namespace disburse {
namespace {

Options options_of(const char* agency) {
  Options options;
  options.input.agency = agency;
  options.input.scenario = default_scenario(agency);
  options.run.bands = false;
  options.threads = 1;
  return options;
}

TEST(MadeRun, is_of_the_agency_that_is_named) {
  const MadeRun made = make_run(options_of("qingshi"));
  EXPECT_EQ(made.result.fiscal_year, 2025);
  EXPECT_EQ(made.session.budget.fiscal_year, 2025);
  EXPECT_FALSE(made.beside.bands.has_value());
  EXPECT_EQ(made.result.manifest.mode, "expected");
}

TEST(MadeRun, has_replicates_where_they_are_asked_for) {
  Options options = options_of("qingshi");
  options.replicates.stochastic = true;
  options.replicates.replicates = 64;
  const MadeRun made = make_run(options);
  ASSERT_TRUE(made.result.risk.has_value());
  EXPECT_EQ(made.result.risk->replicates, 64U);
  EXPECT_EQ(made.result.manifest.mode, "stochastic");
}

TEST(BegunLog, tells_who_runs_and_how) {
  Options options = options_of("qingshi");
  options.command_line = {"disburse", "run"};
  const RunLog log = begun_log(options);
  EXPECT_EQ(log.command_line, options.command_line);
  EXPECT_EQ(log.threads, 1);
  EXPECT_EQ(log.started.size(), std::string("2024-01-05T09:30:00+0800").size());
}

}  // namespace
}  // namespace disburse
