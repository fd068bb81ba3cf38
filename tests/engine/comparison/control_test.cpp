// The control sheet: a result that balances, and one fault at a time that it must find.
#include "engine/comparison/control.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "engine/base/error.hpp"
#include "support/payers.hpp"

namespace disburse {
namespace {

Budget budget() {
  Budget result;
  result.fiscal_year = 2024;
  result.total = 90.00_yuan;
  return result;
}

/// One programme, one line, 100 yuan in March 2024, of which the city pays 80 and the region 20.
RunResult balanced() {
  RunResult run;
  run.fiscal_year = 2024;
  LedgerCell city, region;
  city.key = {0, "2089999", payer("city"), Kind::regular, {2024, 3}, {2024, 3}};
  city.amount = 80.00_yuan;
  region.key = {0, "", payer("region"), Kind::regular, {2024, 3}, {2024, 3}};
  region.amount = 20.00_yuan;
  run.ledger = {city, region};
  ProgrammeResult programme;
  programme.id = "award";
  programme.amount = {90.00_yuan, 80.00_yuan};
  programme.outlay = 100.00_yuan;
  programme.monthly = {{{2024, 3}, 5.0, 100.00_yuan, 80.00_yuan}, {{2025, 3}, 5.0, 1.00_yuan, 1.00_yuan}};
  run.programmes = {programme};
  run.lines = {{"2089999", "", {90.00_yuan, 80.00_yuan}}};
  run.total = {90.00_yuan, 80.00_yuan};
  run.monthly = {{{2024, 3}, 5.0, 100.00_yuan, 80.00_yuan}};
  YearFigure year;
  year.year = 2024;
  year.line = 80.00_yuan;
  year.lines = run.lines;
  run.years = {year};
  PopulationFlow flow;
  flow.year = {{2024, 1}, 100.0, 5.0, 2.0, 1.0, 102.0};
  flow.monthly = {{{2024, 1}, 100.0, 5.0, 2.0, 1.0, 102.0}, {{2024, 2}, 102.0, 0.0, 0.0, 0.0, 102.0}};
  run.population = {flow};
  return run;
}

std::size_t faults(const RunResult& run) {
  const auto sheet = control_sheet(run, budget());
  return static_cast<std::size_t>(
      std::count_if(sheet.begin(), sheet.end(), [](const ControlLine& line) { return !line.balanced; }));
}

TEST(Control, passes_what_balances) {
  RunResult run = balanced();
  EXPECT_EQ(faults(run), 0u);
  EXPECT_NO_THROW(check_control(run, budget()));
  EXPECT_GE(run.control.size(), 11u);
}

TEST(Control, finds_every_sum_that_is_a_fen_off) {
  const std::function<void(RunResult&)> spoil[] = {
      [](RunResult& run) { run.ledger[0].amount += 0.01_yuan; },
      [](RunResult& run) { run.ledger[1].amount += 0.01_yuan; },
      [](RunResult& run) { run.ledger[1].key.paid = Month(2025, 1); },
      [](RunResult& run) { run.programmes[0].monthly[0].line += 0.01_yuan; },
      [](RunResult& run) { run.programmes[0].monthly[0].paid += 0.01_yuan; },
      [](RunResult& run) { run.programmes[0].amount.projected += 0.01_yuan; },
      [](RunResult& run) { run.programmes[0].amount.budget = 90.01_yuan; },
      [](RunResult& run) { run.programmes[0].outlay += 0.01_yuan; },
      [](RunResult& run) { run.lines[0].amount.projected += 0.01_yuan; },
      [](RunResult& run) { run.lines[0].amount.budget = 90.01_yuan; },
      [](RunResult& run) { run.total.projected += 0.01_yuan; },
      [](RunResult& run) { run.monthly[0].line += 0.01_yuan; },
      [](RunResult& run) { run.years[0].line += 0.01_yuan; },
      [](RunResult& run) { run.years[0].lines[0].amount.projected += 0.01_yuan; },
      [](RunResult& run) { run.population[0].year.deaths += 0.001; },
      [](RunResult& run) { run.population[0].monthly[1].opening += 0.001; },
  };
  for (std::size_t i = 0; i < std::size(spoil); ++i) {
    RunResult run = balanced();
    spoil[i](run);
    EXPECT_GE(faults(run), 1u) << "fault " << i;
    EXPECT_THROW(check_control(run, budget()), ProgramFault) << "fault " << i;
  }
}

}  // namespace
}  // namespace disburse
